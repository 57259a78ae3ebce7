package plan

import "regexp"

// pageText is what a page or a notice says around its document.
var pageText = regexp.MustCompile(`^(.{0,40}一览表$|附件|附:|附表|抄送|联系人|联系电话|联系方式|主办单位:|承办单位:|版权所有|备案|网站地图|扫一扫|分享|打印|关闭|上一篇|下一篇|来源:|发布时间|浏览|字体|\(?此件|\(联系|索引号|【|\[字体|相关链接|相关解读|责任编辑|.{0,20}办公室$|.{0,20}人民政府$|[0-9〇零一二三四五六七八九十○]{4}年.{1,6}日$|第?\s*-?\s*[0-9]+\s*-?\s*页?$)`)

// furniture reports a paragraph that belongs to the page, not to the plan.
func furniture(text string) bool { return pageText.MatchString(halfWidth(text)) }

// excerpt is the beginning of a text, to show which one is meant.
func excerpt(text string) string {
	r := []rune(text)
	if len(r) <= 30 {
		return text
	}
	return string(r[:30]) + "…"
}
