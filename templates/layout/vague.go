package layout

import "slices"

// FaultList is the sheet that a returned copy opens with: what is wrong in it. A
// reader passes it over.
const FaultList = "错误清单"

// Vague returns the texts that say nothing where an account is asked: phrases,
// with and without a full stop, and lone marks. A cell is held against them as a
// whole, so that a formula on the sheet can do the same.
func Vague() []string { return vague }

// NoneWords returns the texts by which a filler says that there is nothing to tell.
func NoneWords() []string { return noneWords }

var noneWords = []string{"无", "无。", "暂无", "暂无。", "没有", "没有。"}

var vague = func() []string {
	phrases := []string{
		"同上", "同前", "如上", "见上", "同上年", "同去年", "略", "见附件", "详见附件", "另附", "见附表",
		"按要求推进", "按计划推进", "按要求落实", "按要求完成", "按要求开展", "正常推进", "有序推进", "稳步推进",
		"正在推进", "持续推进", "推进中", "正在推进中", "进行中", "正在进行", "正在办理",
	}
	list := []string{"。", ".", ",", "，", "、", "/", "\\", "-", "--", "—", "——", "…", "……", "*", "?", "？", "!", "！", "+", "=", "~", "_"}
	for _, p := range phrases {
		list = append(list, p, p+"。", p+".")
	}
	slices.Sort(list)
	return list
}()
