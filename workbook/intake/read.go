package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// reader reads one file after another and keeps its buffers.
type reader struct {
	*loader
	ooxml *ooxml.Reader
	data  []byte
	words words
}

// file reads and checks one file. A bug met on the way is a finding of that file.
func (r *reader) file(path string) (f *File) {
	f = &File{Path: filepath.ToSlash(path), Outcome: Unreadable}
	defer func() {
		if bug := recover(); bug != nil {
			f.Outcome, f.packed, f.sketch = Unreadable, nil, sketch{}
			f.Findings.Add(finding.Internal, finding.Given(fmt.Sprint(bug)))
			r.ooxml = ooxml.NewReader(r.Limits)
		}
	}()
	data, err := r.content(path, f)
	if err != nil {
		f.Findings.Add(finding.FileDenied, finding.Given(reason(err)))
		return f
	}
	if data == nil {
		return f
	}
	f = r.known(data, f, r.named[path])
	if r.Drop {
		f.packed = nil
	}
	return f
}

// known reads a file, unless it is known what it was read as.
func (r *reader) known(data []byte, f *File, named bool) *File {
	if r.Known != nil {
		if found := r.Known.find(f, named, r.pastOf); found != nil {
			return found
		}
	}
	r.workbook(data, f, named)
	r.words.detach(f)
	if r.Known != nil {
		r.Known.keep(f, named, r.pastOf(f.Identity.Year))
	}
	return f
}

// content reads a file whole and takes its hash; nil where it is too large, which
// is then reported.
func (r *reader) content(path string, f *File) ([]byte, error) {
	data, err := ReadFile(path, r.Limits.File, r.data)
	var large *TooLarge
	if errors.As(err, &large) {
		f.Findings.Add(finding.LimitFile, finding.Given(fmt.Sprintf("%d 字节", large.Size)), finding.Expected(fmt.Sprintf("不超过 %d 字节", large.Most)))
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r.data = data[:cap(data)]
	sum := sha256.Sum256(data)
	f.SHA256 = hex.EncodeToString(sum[:])
	return data, nil
}

// reason is an error without the path, which is beside it.
func reason(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "没有读取权限"
	case errors.Is(err, fs.ErrNotExist):
		return "找不到这个文件"
	case errors.As(err, &p):
		return p.Err.Error()
	}
	return err.Error()
}

// workbook reads, identifies, decodes and checks. A copy to send back that nobody has
// touched is a return like any other where it is named.
func (r *reader) workbook(data []byte, f *File, named bool) {
	book, found := r.ooxml.Read(data)
	f.Findings = found
	if book == nil {
		f.byEnding()
		return
	}
	id, found := workbook.Identify(book, r.Plan, r.Year, r.PlanHash)
	if why := ownOutput(book, id, data); why != "" && !(named && why == untouched) {
		f.sketch.output = why
		return
	}
	f.Findings = append(f.Findings, found...)
	if r.Assumed {
		f.planNeeded(r.Plan.Title)
	}
	f.Identity, f.IssuedTo = id.Identity, strings.Clone(id.IssuedTo)
	if id.Unit != nil {
		f.Unit = id.Unit.Name
	}
	switch id.Standing {
	case workbook.Foreign:
		f.Outcome = Foreign
	case workbook.Refused:
		f.Outcome = Refused
	case workbook.Ours:
		form := r.formsOf(id.Identity.Year).Of(id.Unit)
		ret, found := workbook.Decode(book, id, form)
		f.Findings = check.Complete(ret, append(f.Findings, found...))
		f.take(ret, form, !r.Drop || r.Known != nil)
	}
	f.Findings.Sort(book.Tabs())
	r.around(book, f)
}

// byEnding calls an old workbook that WPS saved what its name says: .xls and .et hold
// the same.
func (f *File) byEnding() {
	if ending := strings.ToLower(filepath.Ext(f.Path)); !strings.HasPrefix(ending, ".et") && f.Findings.Has(finding.FileET) {
		f.Findings = finding.List{finding.New(finding.FileXLS, finding.Given("BIFF8"))}
	}
}

// planNeeded says of a return of another plan that its plan is needed: nobody has said
// that the one at hand is the one meant.
func (f *File) planNeeded(title string) {
	for i := range f.Findings {
		if g := &f.Findings[i]; g.Code == finding.WrongPlan {
			*g = finding.New(finding.PlanNeeded, finding.Given(g.Given), finding.Expected(title))
		}
	}
}

// take says what becomes of a return that has been checked.
func (f *File) take(ret *workbook.Return, form *layout.Form, keep bool) {
	switch {
	case f.Findings.Has(finding.EmptyReturn):
		f.Outcome = Refused
		return
	case f.Findings.Count(finding.Error) > 0:
		f.Outcome = Faulty
	default:
		f.Outcome = Accepted
	}
	if f.sketch, f.Answers = sketchOf(ret), ret.Answers; keep {
		f.packed = ret.Pack(form)
	}
}

// NewFile is the file of a return that was decoded and checked elsewhere.
func NewFile(path, sha256 string, ret *workbook.Return, form *layout.Form, found finding.List) *File {
	f := &File{Path: path, SHA256: sha256, Identity: ret.Identity, Unit: ret.Unit, Findings: found}
	f.take(ret, form, true)
	return f
}

const untouched = "是发还修改的退回件,填报单位还没有改过;改好保存后再报送"

// ownOutput says why a workbook is passed over as an output of the program itself:
// a catalogue, a list, a register, a summary; a copy to send back that nobody has
// touched yet.
func ownOutput(b *ooxml.Book, id workbook.Identified, data []byte) string {
	switch {
	case id.Standing == workbook.Foreign && (b.Creator == xl.Creator || b.Sheet(layout.StampSheet) != nil):
		for _, known := range outputs {
			if b.Sheet(known.sheet) != nil {
				return known.words
			}
		}
		return "本程序生成的其他文件"
	case b.Sheet(layout.FaultList) != nil && b.Sheet(layout.ConsultSheet) == nil && xl.Sealed(data):
		return untouched
	}
	return ""
}

// outputs are what the program writes beside returns, each by a sheet of its own, with
// what it is for.
var outputs = []struct{ sheet, words string }{
	{"事项", "是任务清单,不是填报表;检查它用 tianbao plan check"},
	{"主要目标一览表", "是年度汇总,不是填报表;查一个数的来源用 tianbao trace"},
	{"下发清单", "是下发清单,不是填报表"},
	{"报送登记", "是报送登记,不是填报表"},
}

// aim is what an excerpt is cut out around.
type aim struct {
	finding.Place
	column string
}

// around keeps what surrounds the cells of the gravest findings.
func (r *reader) around(book *ooxml.Book, f *File) {
	if r.Around == 0 {
		return
	}
	f.around = map[aim]*workbook.Excerpt{}
	for _, g := range f.Findings.Gravest() {
		if g.Severity < finding.Warning || len(f.around) == r.Around {
			return
		}
		at := aim{g.Place, r.words.of(g.Column)}
		at.Sheet = r.words.of(at.Sheet)
		f.around[at] = workbook.Around(book, &g.Finding)
	}
}

// Around returns what surrounds the cell of a finding in the file, nil where it is about
// no cell. kept is false where that was not kept.
func (f *File) Around(g *finding.Finding) (e *workbook.Excerpt, kept bool) {
	e, kept = f.around[aim{g.Place, g.Column}]
	return e, kept
}
