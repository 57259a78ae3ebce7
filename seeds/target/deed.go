package target

import (
	"regexp"
	"strings"
)

// deed is what is done to bring a number about.
type deed uint8

const (
	deedNone  deed = iota
	deedAdds       // 建成, 培育, 引进: what is done over the period is counted
	deedGains      // 新增, 累计, 净增: counted even where 达到 follows
)

// addWords are the verbs whose results are counted.
const addWords = `受益|铺排|打通|拆除|腾退|收储|竣工|加装|集聚|汇聚|购置|新造|低改|新建改扩建|新改扩建|改扩建|安排|新建|改建|扩建|续建|建成投用|建成投产|建成|建设|培育|培养|打造|创建|创成|争创|新创|引进|引育|招引|组建|建立|设立|成立|发展|推广|完成|实施|支持|组织|开展|举办|承办|认定|评选|遴选|选派|选树|` +
	`关停复垦|关停|关闭|淘汰|改造|提升改造|优化提升|改造提升|整治|治理|修复|修建|搬迁|安置|吸引|吸纳|落地|投产|开工|签约|储备|谋划|布局|形成|申报|获批|入选|新认定|制定|修订|制修订|研发|转化|攻克|突破性|开通|开发|扶持|帮扶|帮助|救助|资助|` +
	`培训|招收|招聘|投入|筹集|争取|发放|减免|绿化|造林|种植|疏浚|铺设|敷设|更新|新能源化|划定|盘活|消化|处置|供应|供给|筹建|筹集|配建|增设|新开|开设|编制|出台|创作|推出|命名|授牌|拍摄|排演|加固|清理|清淤|清退|排查|抚育|补植|复垦|采购|签订|招募|选聘|聘用|录用|招录|化解|维修|养护|硬化|安装|布设|架设|埋设|办结|解决|宣讲|走访|慰问|办好|建有|树立|选拔|输送|配置|引导|惠及|带动`

// gainWords are the verbs that speak of additions only.
const gainWords = `新增|净增|累计|增加|新引进|新招引|新培育|新认定|新签约|新开工|新投产|新注册|新发展|新组建|新培养|新入库|新改扩建|新、改、扩建|新改建`

var (
	addVerbs  = regexp.MustCompile(addWords)
	gainVerbs = regexp.MustCompile(gainWords)
	verbLast  = regexp.MustCompile(`(?:` + addWords + `|` + gainWords + `|实现|达成|配备|建|办|创|拥有|有|力争|确保|争取|至少|不少于|再|共)$`)

	// falseVerbs are nouns and rates that contain a verb.
	falseVerbs = regexp.MustCompile(`集聚[区地度]|产业集聚|数据汇聚|汇聚率|拆除率|竣工(?:率|面积)|增加值|建成区|建设用地|建设兵团|发展改革|发展区|高质量发展|发展水平|发展基金|发展指数|实施主体|实施率|组织化|新建(?:民用|居住|公共|城镇)?建筑|改造率|完成率|转化率|治理率|配置率|培训率|就业率|累计额|种植面积|种植业|开发区|开发强度|修复率|更新率|建制|建筑|建材|供应量|供给率|创新|办公|办学|办理|办法|创业|农业产业化组织|组织体系|支持率|服务组织|(?:服务|托管|社会|合作|经济)组织`)
)

// deedOf returns the verb of a stretch of the mask.
func deedOf(masked string) deed {
	words := falseVerbs.ReplaceAllString(bare(masked), "")
	switch {
	case gainVerbs.MatchString(words):
		return deedGains
	case addVerbs.MatchString(words):
		return deedAdds
	}
	return deedNone
}

// endsInVerb reports whether a verb is right before the number.
func endsInVerb(masked string) bool {
	words := strings.TrimRight(bare(masked[max(0, len(masked)-60):]), "了")
	return words == "" || verbLast.MatchString(words)
}
