package reading

import (
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// pageText is what a page or a notice says around its document.
var pageText = regexp.MustCompile(`^(.{0,40}一览表$|附件|附:|附表|抄送|联系人|联系电话|联系方式|联系我们|主办单位:|主办:|承办单位:|承办:|版权所有|(?i:copyright)|备案|网站地图|网站标识码|技术支持|无障碍|邮编|地址:|电话:|传真|扫一扫|分享|打印|关闭|上一篇|下一篇|来源:|发布时间|浏览|访问量|字体|\(?此件|\(联系|索引号|\[字体|[\[【]\s*(?:关闭|打印)|相关链接|相关解读|责任编辑|.{0,20}办公室$|.{0,20}人民政府$|[0-9〇零一二三四五六七八九十○]{4}年.{1,6}日$|第?\s*-?\s*[0-9]+\s*-?\s*页?$|第\s*[0-9]+\s*页.{0,10}$)|ICP备|公网安备`)

// furniture reports whether a paragraph belongs to the page, not to the plan.
func furniture(words string) bool { return pageText.MatchString(text.HalfWidth(words)) }

// leaveLinks leaves out what leads to other pages, and names it.
func (p *parser) leaveLinks() {
	doc := *p.doc.Document
	doc.Blocks = slices.DeleteFunc(slices.Clone(doc.Blocks), func(b document.Block) bool {
		if b.Link && !clause.EndsSentence(b.Text) {
			p.found.Add(finding.PageLeftOut, finding.At(finding.Place{Row: b.Line}), finding.Given(excerpt(b.Text)))
			return true
		}
		return false
	})
	p.doc.Document = &doc
}

// helped returns the labels of the foot of a page (主办:) that are at tasks: a line of
// those who help, 协办:, follows.
func (p *parser) helped(blocks []document.Block) map[string]bool {
	at := map[string]bool{}
	for i := 1; i < len(blocks); i++ {
		label := lineLabel(blocks[i-1].Text)
		if next := lineLabel(blocks[i].Text); clause.OfPages(label) && next != "" && p.reader.Rank(next) == p.reader.Rank("配合单位") {
			at[label] = true
		}
	}
	return at
}

// lineLabel returns the short words before the colon that a line begins with.
func lineLabel(line string) string {
	runes := []rune(line)
	label, _, found := strings.Cut(text.HalfWidth(string(runes[:min(len(runes), 10)])), ":")
	if !found {
		return ""
	}
	return strings.ReplaceAll(label, " ", "")
}

var (
	contentsLine = regexp.MustCompile(`(?:…+|[.·]{3,})\s*[0-9]+$`)
	// bulletSign is before a paragraph instead of a number and is none of its words.
	bulletSign  = regexp.MustCompile(`^[●•◆◇■□▪▲►➢★☆]+\s*`)
	attachments = regexp.MustCompile(`^附件\s*:?\s*1\s*[.、]`)
)

// withoutLists returns the blocks without a table of contents, without the list
// of attachments, whose numbers are no tasks, and without bullets.
func (p *parser) withoutLists(blocks []document.Block) []document.Block {
	var kept []document.Block
	next := 0 // number of the attachment that may follow
	for _, b := range blocks {
		b.Text = bulletSign.ReplaceAllString(b.Text, "")
		text := text.HalfWidth(b.Text)
		kind, no, rest := splitMark(b.Text)
		switch {
		case b.Rows != nil:
		case text == "":
			continue
		case contentsLine.MatchString(text):
			continue
		case attachments.MatchString(text):
			next = 2
		case next > 0 && kind == markArabic && no == next && !clause.EndsSentence(rest) && !p.reader.IsClause(rest):
			next++
			continue
		default:
			next = 0
		}
		kept = append(kept, b)
	}
	return kept
}

// excerpt is the beginning of a text, to show which one is meant.
func excerpt(text string) string {
	r := []rune(text)
	if len(r) <= 30 {
		return text
	}
	return string(r[:30]) + "…"
}
