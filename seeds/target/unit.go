package target

import (
	"strings"
	"unicode/utf8"
)

// class is what kind of unit a number has: it decides what a number beside a
// noun means.
type class uint8

const (
	classNone    class = iota
	classCount         // things: 个, 家, 座; with a noun after it, the number counts the noun
	classAmount        // quantities: 亿元, 万亩, 公里; with a noun after it, mostly a threshold
	classShare         // %, 个百分点, 倍
	classQuality       // what a thing is like: 千伏, 小时, 岁; a target only where it is the end of a statement
)

// unitWords are the units without a magnitude. What is not among them is no
// unit: 国道, 号, 级, 届, 期, 大, 批 only look like one after a number.
var unitWords = map[class]string{
	classCount: "个 家 座 名 所 条 项 处 辆 台 件 只 支 部 幅 张 户 人 位 对 场 次 种 套 艘 架 列 株 棵 头 匹 口 眼 栋 幢 片 块 宗 笔 份 册 篇 首 枚 门 班 期 批 轮 届 款 盏 羽 间 节 " +
		"人次 车次 班次 架次 航次 户次 件次 场次 家次 例 床 张床位 个床位 标箱 标准箱 TEU 对次 台套 台/套 人份 批次 标台 标辆 起 席 尾 箱 剂次 人年",
	classAmount: "元 美元 欧元 港元 港币 人民币 亩 公顷 平方公里 平方千米 平方米 立方米 立方 公里 千米 海里 吨 吨标准煤 吨标煤 标准煤 吨公里 人公里 千克 公斤 斤 千升 升 " +
		"千瓦 千瓦时 千伏安 兆伏安 芯公里 皮长公里 车公里 兆瓦 兆瓦时 吉瓦 度 亩次 标方 万方 亿方 标准立方米 载重吨 总吨 蒸吨 km km2 km² ㎢ hm² ㎡ m2 m² m³ m3 元人民币 MW GW kW kWh MWh GWh TWh PB TB EB PFLOPS EFLOPS 机架 标准机架",
	classShare:   "% ‰ /10万 /万 个百分点 百分点 倍 番",
	classQuality: "年一遇 岁 年 个月 个工作日 工作日 个小时 小时 分钟 秒 天 日 月 周 米 厘米 毫米 千伏 kV 伏 兆 Mbps Gbps 分贝 摄氏度 分 微克 毫克 克 人口 微克/立方米 毫克/升 毫克/立方米 μg/m3 μg/m³ mg/L dB",
}

// units maps a unit to its class; longestUnit is the longest in runes.
var units, longestUnit = unitTable()

func unitTable() (map[string]class, int) {
	table, longest := map[string]class{}, 0
	for c, words := range unitWords {
		for _, w := range strings.Fields(words) {
			table[w] = c
			longest = max(longest, utf8.RuneCountInString(w))
		}
	}
	return table, longest
}

// magnitudes may be between the number and its unit and belong to the unit:
// 万亩, 亿元, 百万千瓦.
const magnitudes = "十百千万亿"

// unitAt returns the unit a text begins with, magnitude and denominator
// included (万吨/年), and its class; "" where it begins with none.
func unitAt(text string) (string, class) {
	n := 0
	for range 4 {
		if c, k := wordAt(text[n:]); k > 0 {
			n += k
			if d := denominatorAt(text[n:]); d > 0 {
				n += d
			}
			return text[:n], c
		}
		r, k := utf8.DecodeRuneInString(text[n:])
		if !strings.ContainsRune(magnitudes, r) {
			break
		}
		n += k
	}
	return "", classNone
}

// magnitudeAt returns the magnitude a text begins with.
func magnitudeAt(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, magnitudes))]
}

// wordAt returns the class of the longest unit a text begins with, and its length.
func wordAt(text string) (class, int) {
	found, length, n := classNone, 0, 0
	for i, r := range text {
		if n++; n > longestUnit {
			break
		}
		end := i + utf8.RuneLen(r)
		if c, ok := units[text[:end]]; ok && !cutLatin(text, end) {
			found, length = c, end
		}
	}
	return found, length
}

// cutLatin reports whether a latin word would be cut in two at end: P of PM.
func cutLatin(text string, end int) bool {
	return end < len(text) && isLatin(text[end-1]) && isLatin(text[end])
}

func isLatin(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// denominatorAt returns the length of a denominator: /年, /万人, /平方公里, 每立方米.
func denominatorAt(text string) int {
	n := 0
	for _, per := range []string{"/", "每"} {
		if strings.HasPrefix(text, per) {
			n = len(per)
		}
	}
	if n == 0 {
		return 0
	}
	n += len(magnitudeAt(text[n:]))
	if c, k := wordAt(text[n:]); k > 0 && (text[0] == '/' || c == classAmount) {
		return n + k
	}
	return 0
}
