package main

// writeOne writes a single output; see outbox.stage.
func (d *desk) writeOne(target string, data []byte, force bool, replace func(old []byte) bool) error {
	o := newOutbox(force)
	defer o.discard()
	if err := o.stage(target, data, replace); err != nil {
		return err
	}
	return o.commit()
}
