package target

import (
	"strings"
	"unicode/utf8"
)

// What is done for, with or in the things that are counted: they are to be reached, though no verb is before them.

// turned reports whether it is something that is made of something else: 把1800万亩农田建成高标准农田.
func (v view) turned() bool {
	return (strings.HasSuffix(v.left, "把") || strings.HasSuffix(v.left, "将")) && (v.of("deed.builds").In(v.right) || v.of("target.into").In(v.right))
}

// triedIn reports whether it is how many something is carried out in: 在20个行业推行综合许可.
func (v view) triedIn() bool {
	placed := strings.HasSuffix(v.left, "在") || strings.HasSuffix(v.left, "等") && strings.Contains(v.left, "在")
	return placed && v.of("deed.tried").In(v.right)
}

// served reports whether it is people, or others, that something is done for: 为5万名老年人免费体检.
func (v view) served() bool {
	return v.of("target.for").Tail(v.left) && (v.of("deed.serves").In(v.right) || v.of("unit.person").Tail(v.head.unit) && utf8.RuneCountInString(v.right) > 4)
}

// carried reports whether it is things that something is carried out for: 对300户家庭进行改造.
func (v view) carried() bool {
	return strings.HasSuffix(v.left, "对") && (v.of("target.treated").Tail(v.right) || strings.HasSuffix(v.left, "完成对"))
}

// doneFor reports whether it counts those for whom something was done before it: 为老年人免费体检2万人.
func (v view) doneFor() bool {
	return strings.HasPrefix(v.left, "为") && v.of("deed.serves").In(v.left)
}

// honoured reports whether it is people who are honoured: 奖励100名优秀班主任.
func (v view) honoured() bool {
	return v.of("deed.honours").Tail(v.left) && v.of("unit.person").Tail(v.head.unit)
}

// atLeast reports whether a verb of two characters is before it that 至少 is before: 每所高校至少托管1所县中.
func (v view) atLeast() bool {
	_, verb, least := strings.Cut(v.left, "至少")
	return least && utf8.RuneCountInString(verb) == 2
}
