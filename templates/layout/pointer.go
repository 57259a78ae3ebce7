package layout

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A text that only points elsewhere, 详见附件1, or says that what was ordered is done,
// 已按要求推进, is known by how it begins and how it ends. Both lists are in the
// workbook as well, where a formula looks at the same.

// PointerMost is how many characters such a text has at most.
const PointerMost = 20

// PointerHeads returns how such texts begin.
func PointerHeads() []string { return pointerHeads }

// PointerTails returns how they end.
func PointerTails() []string { return pointerTails }

// FileTails returns how the name of a file ends; that is no account, whatever its head.
func FileTails() []string { return fileTails }

var pointing = []string{
	"详见", "见附", "见上报", "见报送", "见另", "见后附", "参见", "请见", "另附", "另报", "另见", "附后", "已附", "附件", "同第", "同上", "同前", "同本表",
	"与上年", "与去年", "同上年", "同去年", "请填", "待填", "此处填",
}

var ordered = []string{"已按", "均按", "均已按", "正按", "按照", "按要求", "按计划", "按时序", "严格按", "正在按", "根据要求", "根据计划"}

var pointed = []string{"附件", "材料", "附表", "总结", "报告", "文件", "说明", "情况表", "附后", "项", "条", "行", "号", "表", "一致", "相同", "一样", "填", "写", "填写", "内容",
	"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "一", "二", "三", "四", "五"}

var carriedOut = []string{"推进", "落实", "完成", "开展", "执行", "实施", "办理", "进行", "推进中", "进行中", "落实中"}

var (
	pointingHeads, orderedHeads = opened(pointing), opened(ordered)
	carriedOutTails             = closed(carriedOut)

	pointerHeads = opened(slices.Concat(pointing, ordered))
	pointerTails = closed(slices.Concat(pointed, carriedOut))
	fileTails    = closed([]string{".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".et", ".pptx", ".zip", ".rar", ".jpg", ".png", ".ofd"})
)

// opened are the words with the brackets that are set before them.
func opened(words []string) (list []string) {
	for _, w := range words {
		list = append(list, w, "【"+w, "("+w, "（"+w)
	}
	return list
}

// closed are the words with the marks that are set behind them.
func closed(words []string) (list []string) {
	for _, w := range words {
		list = append(list, w, w+"。", w+".", w+"】", w+")", w+"）")
	}
	return list
}

// pointsElsewhere reports such a text: one clause, and where it says that an order was
// carried out one without a figure.
func pointsElsewhere(words string) bool {
	switch {
	case strings.ContainsAny(words, ",，;；\n") || strings.Count(words, "。") > 1:
		return false
	case ends(strings.ToLower(words), fileTails):
		return true
	case utf8.RuneCountInString(words) > PointerMost || !ends(words, pointerTails):
		return false
	case begins(words, pointingHeads):
		return true
	}
	return begins(words, orderedHeads) && ends(words, carriedOutTails) && !strings.ContainsAny(words, "0123456789")
}

func begins(words string, heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(words, h) })
}

func ends(words string, tails []string) bool {
	return slices.ContainsFunc(tails, func(t string) bool { return strings.HasSuffix(words, t) })
}
