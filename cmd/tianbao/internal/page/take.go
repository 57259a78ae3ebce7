package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"path/filepath"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Verdict is what was said of a file that was dropped.
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

// files hands on the files of an upload one at a time, as they arrive.
func (d *Desk) files(w http.ResponseWriter, r *http.Request, take func(dropped) error) error {
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
		if err := d.file(part, take); err != nil {
			return err
		}
	}
}

func (d *Desk) file(part *multipart.Part, take func(dropped) error) error {
	one, most := dropped{name: plainName(part.FileName())}, d.base.Limits.File
	if isArchive(one.name) {
		most *= 8
	}
	data, err := io.ReadAll(io.LimitReader(part, most+1))
	if err != nil {
		return errCut
	}
	if one.data = data; int64(len(data)) > most {
		one.data, one.fault = nil, fmt.Sprintf("太大,超过 %d MB,没有收下", most>>20)
	}
	return take(one)
}

func isArchive(name string) bool { return strings.EqualFold(filepath.Ext(name), ".zip") }

// take puts dropped files into 报送 and judges each at once. The verdicts are the
// answer: what was received stays, whatever comes after it.
func (d *Desk) take(w http.ResponseWriter, r *http.Request) {
	s, err := d.last(r.Context())
	if err != nil {
		d.refuseUpload(w, err)
		return
	}
	var verdicts []Verdict
	one := func(f dropped) error {
		verdicts = append(verdicts, d.receive(r.Context(), s, f)...)
		return r.Context().Err()
	}
	err = d.files(w, r, one)
	switch part := r.URL.Query().Get("part") != ""; {
	case err != nil:
		d.refuseUpload(w, err)
	case part:
		render(w, "taken", verdicts)
	case len(verdicts) == 0:
		http.Redirect(w, r, "/", http.StatusSeeOther)
	default:
		show(w, "taken.html", d.page("/take"), verdicts)
	}
}

func (d *Desk) refuseUpload(w http.ResponseWriter, err error) {
	refuseWith(w, http.StatusBadRequest, d.page("/take"), err)
}

// receive takes one file, or those of an archive, and says of each what it is.
func (d *Desk) receive(ctx context.Context, s *office.State, f dropped) []Verdict {
	switch {
	case f.fault != "":
		return []Verdict{{f.name, "没有收下", Bad, f.fault}}
	case passing(f.name):
		return nil
	case !isArchive(f.name):
		return []Verdict{d.one(ctx, s, f)}
	}
	var verdicts []Verdict
	left, err := unpack(f.data, Limits{File: d.base.Limits.File, All: mostUpload, Files: 5000}, func(one dropped) error {
		verdicts = append(verdicts, d.one(ctx, s, one))
		return ctx.Err()
	})
	for _, why := range left {
		verdicts = append(verdicts, Verdict{f.name, "没有收下", Bad, why})
	}
	if err != nil {
		verdicts = append(verdicts, Verdict{f.name, "没有收下", Bad, err.Error()})
	}
	return verdicts
}

// one receives and judges a single file.
func (d *Desk) one(ctx context.Context, s *office.State, f dropped) Verdict {
	d.writing.Lock()
	path, before, err := office.Receive(ctx, d.job(), f.name, f.data)
	d.writing.Unlock()
	if err != nil {
		return Verdict{f.name, "没有收下", Bad, office.Explain(err)}
	}
	name := filepath.Base(path)
	j := d.job()
	if s.Seen != nil && len(s.Seen.Batch.Files) > 0 {
		j.Year = s.Year // as the returns before it say
	}
	judged, skipped, err := office.Judge(ctx, j, s.Plan, path)
	switch {
	case err != nil:
		return Verdict{name, "没有审核", Bad, office.Explain(err)}
	case judged == nil:
		return Verdict{name, "已收下", Mute, skipped}
	}
	return verdict(name, judged, before)
}

// verdict says of a file by itself how it stands.
func verdict(name string, f *intake.File, before bool) Verdict {
	v := Verdict{Name: name, Word: f.Outcome.Word(), Tone: toneOf(f.Outcome), Words: brief(f.Findings.Count(finding.Error), f.Findings.Count(finding.Warning))}
	if f.Outcome != intake.Accepted && f.Outcome != intake.Faulty {
		for _, g := range f.Findings {
			if g.Severity == finding.Error {
				v.Words = g.Message + "。" + g.Hint
				break
			}
		}
	}
	if before {
		v.Words = strings.TrimPrefix(v.Words+",同一份已经收过", ",")
	}
	if f.Unit != "" {
		v.Words = strings.TrimSuffix(f.Unit+":"+v.Words, ":")
	}
	return v
}

// adopt makes an uploaded file the plan of the folder.
func (d *Desk) adopt(w http.ResponseWriter, r *http.Request) {
	var doc dropped
	err := d.files(w, r, func(f dropped) error { doc = f; return nil })
	switch {
	case err != nil:
	case doc.name == "":
		err = errors.New("没有选择文件")
	case doc.fault != "":
		err = errors.New(doc.name + doc.fault)
	}
	if err != nil {
		d.refuseUpload(w, err)
		return
	}
	d.begin(w, r, "采用规划", func(ctx context.Context, j office.Job) (outcome, error) {
		done, err := office.Adopt(ctx, office.AdoptOptions{Job: j, Name: doc.name, Data: doc.data})
		if err != nil {
			return outcome{}, err
		}
		return outcome{Words: []string{"读出 " + office.PlanCounts(done.Plan) + ",写成“" + office.CataloguePath + "”。",
			"接下来:打开它核对,重点看“待确认”的量化目标、没有成员的集合称谓和空着的基期值;改好保存,再生成填报表。"},
			Lines: lines(done.Findings, finding.Warning), Next: link{"/plan", "看规划"}}, nil
	})
}
