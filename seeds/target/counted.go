package target

import (
	"strings"
)

// counted decides on a number in Chinese numerals: most of them are set phrases,
// so a verb, a frame like 每年, or a second one beside it is asked for.
func (v view) counted() (bool, string) {
	f := v.head
	stated := f.before != opNone && !v.says("实现")
	framed := v.due.annual || stated || strings.Contains(v.left, "至少")
	switch {
	case f.unit == "番":
		return true, "翻番,请按基期换算成数值"
	case f.class != classCount || v.of("unit.turn").Has(f.unit) && !stated && !strings.Contains(v.left, "至少") || v.words().abstract(v.right) || v.scoped():
		return false, ""
	case strings.HasPrefix(v.right, "一"):
		return false, ""
	case v.right == "" && !framed:
		return f.min.IntPart() > 1 && v.of("deed.builds").In(v.left), ""
	case framed:
		return v.reader.past.deed != deedNone || stated, ""
	case f.min.IntPart() > 1 && v.of("deed.ends").Tail(v.left):
		return true, ""
	case f.min.IntPart() > 1:
		return v.of("deed.builds").In(v.left) && v.words().endsInVerb(v.left), inWords(v.left)
	}
	return v.reader.past.deed != deedNone && v.numerals() > 1 || v.built() || strings.Contains(v.left, "每个") && v.words().endsInVerb(v.left), "“一”可能不是数量"
}

// built reports whether it is one building that is made: 新建一座水厂.
func (v view) built() bool {
	verb := strings.HasSuffix(v.left, "成") || v.words().makes.Tail(v.left)
	return verb && strings.Contains("座所处栋幢", v.head.unit)
}

// inWords is the doubt about a number in words: after 打造 and the like it may be
// a figure of speech.
func inWords(left string) string {
	for _, plain := range []string{"建成", "新建", "新增", "完成"} {
		if strings.HasSuffix(left, plain) {
			return ""
		}
	}
	return "中文数字可能是提法,不是数量"
}

// numerals counts the members of the clause that count in Chinese numerals.
func (v view) numerals() int {
	n := 0
	for _, p := range v.clause.pieces {
		if p.head.numeral && p.head.class == classCount {
			n++
		}
	}
	return n
}
