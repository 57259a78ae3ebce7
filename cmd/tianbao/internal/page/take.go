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

// dropLimits are the bounds of what is dropped, beside those of a workbook.
func (d *Desk) dropLimits() Limits {
	return Limits{File: d.base.Limits.File, All: mostUpload, Files: 5000}
}

// files hands on the files of an upload one at a time, as they arrive.
func (d *Desk) files(w http.ResponseWriter, r *http.Request, take func(dropped) error) error {
	r.Body = http.MaxBytesReader(w, r.Body, mostUpload)
	parts, err := r.MultipartReader()
	if err != nil {
		return errors.New("没有收到文件")
	}
	for {
		part, err := parts.NextPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return errors.New("文件没有传完整,或超过 2 GB;请再试一次,或分几次放")
		}
		if part.FileName() == "" {
			continue
		}
		if err := d.file(part, take); err != nil {
			return err
		}
	}
}

func (d *Desk) file(part *multipart.Part, take func(dropped) error) error {
	most := d.base.Limits.File
	if isArchive(part.FileName()) {
		most = 8 * d.base.Limits.File
	}
	data, err := io.ReadAll(io.LimitReader(part, most+1))
	if err != nil {
		return errors.New("文件没有传完整,请再试一次")
	}
	one := dropped{name: plainName(part.FileName()), data: data}
	if int64(len(data)) > most {
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
		refuseUpload(w, err)
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
		refuseUpload(w, err)
	case part:
		render(w, "taken", verdicts)
	case len(verdicts) == 0:
		http.Redirect(w, r, "/", http.StatusSeeOther)
	default:
		render(w, "taken.html", struct {
			Frame frame
			Taken []Verdict
		}{frame{At: "/take", Plan: s.Plan.Title, Year: s.Year}, verdicts})
	}
}

func refuseUpload(w http.ResponseWriter, err error) {
	w.WriteHeader(http.StatusBadRequest)
	render(w, "fault.html", frame{At: "/take", Fault: office.Explain(err)})
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
	left, err := unpack(f.data, d.dropLimits(), func(one dropped) error {
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
	v := Verdict{Name: name, Word: f.Outcome.Word(), Tone: outcomeTone(f.Outcome), Words: brief(f.Findings.Count(finding.Error), f.Findings.Count(finding.Warning))}
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
	if err := d.files(w, r, func(f dropped) error { doc = f; return nil }); err != nil || doc.name == "" {
		if err == nil {
			err = errors.New("没有选择文件")
		}
		refuseUpload(w, err)
		return
	}
	query := r.URL.Query()
	d.begin(w, r, "采用规划", func(ctx context.Context, j office.Job) outcome {
		if doc.fault != "" {
			return outcome{Err: errors.New(doc.name + doc.fault)}
		}
		done, err := office.Adopt(ctx, office.AdoptOptions{Job: willing(j, query), Name: doc.name, Data: doc.data})
		if err != nil {
			return outcome{Err: err}
		}
		return outcome{Words: []string{"读出 " + office.PlanCounts(done.Plan) + ",写成“" + office.CataloguePath + "”。",
			"接下来:打开它核对,重点看“待确认”的量化目标、没有成员的集合称谓和空着的基期值;改好保存。"},
			Lines: lines(grave(done.Findings)), Next: link{"/plan", "看规划"}}
	})
}
