package reading_test

import (
	"strings"
	"testing"

	"tianbao/seeds/finding"
)

// removed parses a text and returns the items' texts joined, and the strings
// that were taken out.
func removed(t *testing.T, text string) (items string, strs []string) {
	t.Helper()
	p, found := parse(t, text)
	for i := range p.Items {
		items += p.Items[i].Text + "\n"
	}
	for _, f := range found {
		if f.Code == finding.ForeignString {
			strs = append(strs, f.Given)
		}
	}
	return items, strs
}

func TestInjectedStringsAreRemovedWhateverTheySay(t *testing.T) {
	for name, c := range map[string]struct{ text, ad string }{
		"in the page's title and breadcrumb":            {"葡京娱乐平台-注册送38\n您的位置:葡京娱乐平台-注册送38 > 文件\n1.扩大开放。推动葡京娱乐平台-注册送38产品出口。(市商务局牵头)\n2.改善民生。(市民政局牵头)\n", "葡京娱乐平台-注册送38"},
		"in place of 关于, without a word of advertising": {"您的位置:网站某地诚信旗舰 > 文件\n青岚市人民政府办公室某地诚信旗舰印发《任务分工》的通知\n1.扩大开放。推动某地诚信旗舰产品出口。(市商务局牵头)\n2.改善民生。(市民政局牵头)\n", "某地诚信旗舰"},
		"only within sentences":                         {"青岚市任务分工\n1.扩大开放。推动88bet体育官网登录入口产品出口。(市商务局牵头)\n2.改善民生。让群众88bet体育官网登录入口分享成果。(市民政局牵头)\n3.其他。促进88bet体育官网登录入口人才返乡。(市人社局牵头)\n", "88bet体育官网登录入口"},
	} {
		items, strs := removed(t, c.text)
		if strings.Contains(items, c.ad) || len(strs) == 0 {
			t.Errorf("%s: %q, removed %q", name, items, strs)
		}
		for _, s := range strs {
			if s != c.ad {
				t.Errorf("%s: removed %q", name, s)
			}
		}
		if !strings.Contains(items, "扩大开放。推动产品出口。") {
			t.Errorf("%s: %q", name, items)
		}
	}
}

func TestWordsOfTheDocumentAreNoInjection(t *testing.T) {
	for name, text := range map[string]string{
		"a site that the plan speaks of":  "青岚政务服务网\n首页 > 文件\n1.推广青岚政务服务网应用。(市数据局牵头)\n2.完善青岚政务服务网功能。(市数据局牵头)\n3.宣传青岚政务服务网。(市数据局牵头)\n",
		"an office that issues":           "青岚市人民政府办公室转发市发展改革委印发《任务分工》的通知\n1.转发市发展改革委文件。(市商务局牵头)\n2.学习转发市发展改革委材料。(市民政局牵头)\n",
		"the office's own site":           "青岚市政府官网\n首页 > 青岚市政府官网 > 文件\n1.在青岚市政府官网公开。(市商务局牵头)\n2.完善青岚市政府官网。(市民政局牵头)\n3.用好青岚市政府官网。(市民政局牵头)\n",
		"a brand and an abbreviation":     "任务分工\n1.建设5G基站,发展PPP模式。(市财政局牵头)\n2.推广PPP模式,5G应用。(市财政局牵头)\n",
		"official sites within the text":  "任务分工\n1.在单位官网公开。(市司法局牵头)\n2.通过政府官网发布。(市司法局牵头)\n",
		"gambling that is to be fought":   "任务分工\n1.打击网络赌博。(市公安局牵头)\n2.防范网络赌博。(市公安局牵头)\n3.严查网络赌博犯罪。(市公安局牵头)\n",
		"entertainment that is to be had": "任务分工\n1.发展文化娱乐产业。(市文旅局牵头)\n2.规范文化娱乐市场。(市文旅局牵头)\n3.丰富文化娱乐生活。(市文旅局牵头)\n",
	} {
		_, strs := removed(t, text)
		if len(strs) != 0 {
			t.Errorf("%s: removed %q", name, strs)
		}
	}
}
