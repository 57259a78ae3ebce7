package office

import (
	"context"
	"maps"

	"tianbao/seeds/text"
	"tianbao/workbook/intake/register"
)

// EnterOptions are what the clerk enters in the register, by unit.
type EnterOptions struct {
	StatusOptions
	Entries map[string]register.Entry
}

// Enter writes the register with what the clerk enters for some units; what is there
// of the others is kept. faults names by unit the day that cannot be read; where there
// is one, nothing is written.
func Enter(ctx context.Context, o EnterOptions) (done *Registered, faults map[string]string, err error) {
	faults = map[string]string{}
	entered := maps.Clone(o.Entries)
	for unit, e := range entered {
		for _, day := range []*string{&e.Received, &e.Extended} {
			if *day == "" {
				continue
			}
			d, ok := text.ReadDayIn(*day, o.Now.Year())
			if !ok {
				faults[unit] = "“" + *day + "”不是日期,请写成 " + o.Now.Format("2006-01-02") + " 的样子"
			}
			*day = d.String()
		}
		entered[unit] = e
	}
	if len(faults) > 0 {
		return nil, faults, nil
	}
	o.entered = entered
	done, err = Status(ctx, o.StatusOptions)
	return done, nil, err
}
