package page

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Verdict is what is said of a file that was dropped.
type Verdict struct {
	Name  string
	Word  string
	Tone  Tone
	Words string
}

// mostUpload bounds all the files of one form.
const mostUpload = 2 << 30

// errCut says that a form with files did not arrive whole.
var errCut = errors.New("文件没有传完整,或超过 2 GB;请再试一次,或分几次放")

// upload hands on the files of a form one at a time, as they arrive; of one that is too
// large the data is nil.
func (d *Desk) upload(w http.ResponseWriter, r *http.Request, take func(name string, data []byte) error) error {
	r.Body = http.MaxBytesReader(w, r.Body, mostUpload)
	parts, err := r.MultipartReader()
	if err != nil {
		return errors.New("没有收到文件")
	}
	for {
		part, err := parts.NextPart()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return errCut
		case part.FileName() == "":
			continue
		}
		data, err := d.file(part)
		if err == nil {
			err = take(part.FileName(), data)
		}
		if err != nil {
			return err
		}
	}
}

func (d *Desk) file(part *multipart.Part) ([]byte, error) {
	most := d.base.Limits.File
	if office.IsArchive(part.FileName()) {
		most *= 8
	}
	data, err := io.ReadAll(io.LimitReader(part, most+1))
	switch {
	case err != nil:
		return nil, errCut
	case int64(len(data)) > most:
		return nil, nil
	}
	return data, nil
}

// take puts dropped files into 报送 and judges each at once. The verdicts are the
// answer: what was received stays, whatever comes after it.
func (d *Desk) take(w http.ResponseWriter, r *http.Request) {
	s, err := d.last(r.Context())
	if err != nil {
		d.refuse(w, err)
		return
	}
	o := office.ReceiveOptions{Job: d.job(), Plan: s.Plan, Turn: &d.writing}
	if s.Seen != nil && len(s.Seen.Batch.Files) > 0 {
		o.Year = s.Year // as the returns before it say
	}
	var verdicts []Verdict
	hear := func(got office.Received) { verdicts = append(verdicts, verdict(got)) }
	err = d.upload(w, r, func(name string, data []byte) error {
		if o.Name, o.Data = name, data; data == nil {
			hear(office.Received{Name: name, Why: tooLarge})
			return nil
		}
		return office.Receive(r.Context(), o, hear)
	})
	switch {
	case err != nil:
		d.refuse(w, err)
	case r.URL.Query().Get("part") != "":
		render(w, "taken", verdicts)
	case len(verdicts) == 0:
		http.Redirect(w, r, "/", http.StatusSeeOther)
	default:
		show(w, "taken.html", d.page("/take"), verdicts)
	}
}

const tooLarge = "文件太大,没有收下"

func (d *Desk) refuse(w http.ResponseWriter, err error) {
	refuseWith(w, http.StatusBadRequest, d.page("/take"), err)
}

// verdict says of a file by itself how it stands.
func verdict(got office.Received) Verdict {
	f := got.File
	switch {
	case !got.Taken:
		return Verdict{finding.OneLine(got.Name), "没有收下", Bad, got.Why}
	case f == nil:
		return Verdict{got.Name, "已收下", Mute, got.Why}
	}
	v := Verdict{got.Name, f.Outcome.Word(), toneOf(f.Outcome), brief(f.Findings.Count(finding.Error), f.Findings.Count(finding.Warning))}
	if f.Outcome != intake.Accepted && f.Outcome != intake.Faulty {
		if g, ok := f.Findings.First(finding.Error); ok {
			v.Words = g.Message + "。" + g.Hint
		}
	}
	if got.Before {
		v.Words = strings.TrimPrefix(v.Words+",同一份已经收过", ",")
	}
	if f.Unit != "" {
		v.Words = strings.TrimSuffix(f.Unit+":"+v.Words, ":")
	}
	return v
}

// adopt makes an uploaded file the plan of the folder.
func (d *Desk) adopt(w http.ResponseWriter, r *http.Request) {
	o, fault := office.AdoptOptions{}, errors.New("没有选择文件")
	err := d.upload(w, r, func(name string, data []byte) error {
		if o.Name, o.Data, fault = name, data, nil; data == nil {
			fault = fmt.Errorf("“%s”:%s", finding.OneLine(name), tooLarge)
		}
		return nil
	})
	if err = cmp.Or(err, fault); err != nil {
		d.refuse(w, err)
		return
	}
	d.begin(w, r, "采用规划", func(ctx context.Context, j office.Job) (outcome, error) {
		o.Job = j
		done, err := office.Adopt(ctx, o)
		if err != nil {
			return outcome{}, err
		}
		return outcome{Words: []string{"读出 " + office.PlanCounts(done.Plan) + ",写成“" + office.CataloguePath + "”。",
			"接下来:打开它核对,重点看“待确认”的量化目标、没有成员的集合称谓和空着的基期值;改好保存,再生成填报表。"},
			Lines: lines(done.Findings, finding.Warning), Next: link{"/plan", "看规划"}}, nil
	})
}
