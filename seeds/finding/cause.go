package finding

// Cause says in one line what most likely led to a finding, in the words of an office; ""
// for a code that does not exist.
func Cause(code Code) string { return causes[code] }

const (
	causeCut     = "邮箱、微信下载或 U 盘复制时中断了"
	causeTool    = "由网页系统或别的程序生成、改写过,不是 WPS、Excel 直接存的"
	causeBloated = "格式刷或公式拉到了整列整行,或粘进了图片、整张别的表"
	causeScan    = "报的是打印盖章后的扫描件或导出件,不是填好的那张表"
	causePasted  = "从别的表粘贴时把内容盖过去了"
	causeOwnList = "任务清单里手工改过,有一处没有跟着改"
	causeSource  = "原文本身就是这样写的"
)

var causes = map[Code]string{
	"internal": "文件里有程序没有料到的写法",

	"file-empty": "U 盘没有“弹出”就拔,或复制中断", "file-lock": "把打开表格时自动产生的临时文件一起拖进来了", "file-xls": "用旧版 Office 打开后另存成了老格式", "file-et": "WPS 另存时选了自己的格式",
	"file-xlsb": "另存时文件类型选成了“二进制工作簿”", "file-ods": "用别的办公软件另存成了 .ods", "file-csv": "从填好的表里导出了一张 .csv", "file-html": "从网页邮箱“另存为”得到的是网页,或网页系统导出的假表格",
	"file-xml": "另存时文件类型选成了“XML 表格”", "file-pdf": causeScan, "file-document": "报的是文字材料,或把表粘进了 Word", "file-picture": causeScan, "file-zip": "几个文件打成一包发来",
	"file-encrypted": "为保密设了打开密码", "file-sealed": "单位电脑装有透明加密软件,没有解密就外发", "file-unknown": "被单位的加密软件加了密,或把别的文件改了扩展名", "file-truncated": causeCut,
	"zip-damaged": causeCut, "zip-names": causeTool, "part-damaged": causeCut, "part-missing": causeTool, "part-unfit": causeTool, "xml-damaged": causeCut, "xml-encoding": causeTool, "xml-doctype": causeTool,
	"sheet-damaged": causeTool, "cell-place": causeTool, "cell-value": causeTool, "cell-string": causeTool, "cell-style": causeTool,
	"limit-file": "表里贴了照片、扫描件", "limit-unpacked": causeBloated, "limit-part": causeBloated, "limit-entries": "表里嵌了很多图片和附件", "limit-cells": causeBloated, "limit-strings": causeBloated,
	"limit-text": "一格里粘进了整篇材料", "limit-depth": causeTool, "limit-comments": "批注随行复制了许多遍", "limit-merges": "整片单元格逐行合并过", "limit-lists": "多次从别的表整表粘贴,样式越积越多",
	"macros-ignored": "在带宏的工作簿里填的",

	"document-format": "选错了文件,或是老格式 .doc", "document-encoding": "由老软件存成的文本", "document-too-large": "把整本规划或多个文件合在了一起", "document-broken": causeCut, "document-empty": "是扫描件,里面只有图片",
	"document-traditional": "从繁体网页复制的", "plan-empty": "任务没有编号,或责任单位不在括号里", "period-unclear": "文件标题没有写“十四五”或年份", "number-gap": "原文漏了号,或这一段没有单独成行",
	"ref-twice": "原文各节都从 1 编起,或号写重了", "clause-missing": "这一项由上一级标题写明单位,或原文漏写", "clause-unclear": "责任分工用了不常见的写法", "clause-remark": "括号里还写了分管领导、时限",
	"lead-missing": "只写了“配合”“责任单位”,没有写谁牵头", "leads-equal": "原文用顿号并列,没有写“牵头”", "list-open": "原文以“等”“等有关单位”结尾", "unit-unknown": "原文用了简称、旧称,或写错了字", "group-empty": "原文用了“各县区”“市直有关单位”这样的统称",
	"foreign-string": "从网页复制时带进了广告", "text-left-out": "是序言、要求、落款一类的话", "page-left-out": "从网页复制时带进了栏目和页脚", "column-left-out": "任务表里有本办法用不到的列", "rule-taken": "原文在前言或附则里统一写明了", "count-differs": "原文改过稿,标题的项数没有跟着改",

	"catalogue-sheet": "工作表被删去或改了名", "catalogue-column": "列被删去,或改了标题", "catalogue-cell": "填的不是这一格要的内容,或改了格式", "catalogue-extra": "为自己备查加了一列", "catalogue-twice": "复制一行后没有改编号或名称",
	"catalogue-lost": "删去了事项,没有删它的量化目标", "unit-renamed": "机构改革改了名", "unit-added": "集合成员里写了单位表没有的单位", "unit-near-miss": "写了简称,或多了少了一个字", "owner-unknown": "写了简称、旧称,或单位表里删去了它", "lead-supports": "单位合并后,原来一个牵头一个配合",
	"number-conflict": "正文和附表不是同一次定的稿", "plan-total": "分项之外还有没有列出的部分,或数字抄错", "base-mismatch": causeSource, "target-doubt": "一句话里有几个数,看不出是哪一个的目标", "counting-open": "原文没有写“新增”还是“达到”", "known-unfounded": "填了结果,忘了写依据", "unit-circle": causeOwnList,

	"not-a-return": "把别的表放进了“报送”", "identity-lost": "把内容复制到了新建的表里", "identity-clash": "把几个单位的表拼成了一份", "stamp-missing": "用在线文档编辑过,或把表复制到了新工作簿", "stamp-differs": "混进了别的单位或另一次下发的表页", "identity-read": "把内容复制到了新建的表里",
	"wrong-plan": "把另一份规划的表报到了这里", "plan-needed": "没有在放着任务清单的文件夹里运行", "wrong-year": "在去年的表上接着填了", "old-layout": "用了以前下发的旧表", "new-layout": "本机的程序没有更新", "unknown-unit": "单位改名、撤并后,任务清单里没有写别名或承接单位",
	"unit-merged": "单位撤并前就下发了表", "plan-changed": "下发以后任务清单又改过", "empty-return": "发错了文件,把没填的空表报了上来,或填完没有保存", "sheet-missing": "只复制了其中几张表报送", "sheet-renamed": "顺手改了表名", "sheet-extra": "附了一张自己的表", "sheet-copy": "几个科室各填一张,没有并起来",
	"sheet-hidden": "为看着方便隐藏了表", "heading-missing": "表头被删去或盖掉了", "heading-edited": "表头里加了空格、换行或说明", "column-missing": "嫌多,删去了这一列", "column-duplicate": "复制出一列来改,没有删去旧的", "column-moved": "为填着方便挪了列", "column-extra": "自己加了一列备查",
	"column-hidden": "为打印方便隐藏了列", "row-missing": "把不是自己填的行删去了", "row-duplicate": "复制一行拆开填,编号没有改", "row-unknown": "自己加了一行新任务", "row-crossed": "只选中一列排了序", "row-hidden": "筛选后没有恢复,或隐藏了行", "ref-edited": "编号被改成了数字或换了括号",
	"ref-lost": "编号那一格被清空或粘贴盖掉了", "fixed-changed": causePasted, "measure-changed": "想按别的单位填数,改了计量单位", "merged-cells": "几行内容一样,合并起来写了一次", "outside-cell": "在表下写了填表人、说明或合计",
	"number-format": "填了“约”“左右”或一句话", "number-date": "填 3-5、2.1 时被自动变成了日期", "number-unit": "按别的计量单位填了数", "number-size": "多打了几个零,或粘进了一串号码", "number-read": "数后带了单位,或用了全角数字", "number-rounded": "由公式算出,小数位很多", "option-off-list": "从别处粘贴,盖掉了下拉列表",
	"option-read": "手打的选项,多了空格或标点", "date-format": "只写了“三月”一类的话", "date-read": "用文字写的日期", "text-read": "从网页或 PDF 复制,带进了看不见的字符", "formula-uncached": "由网页程序导出,没有在 WPS、Excel 里算过", "formula-read": "从自己的台账链接过来", "cell-error": "公式引用的格子或文件被删去了",
	"struck-out": "改稿时划去,忘了清空", "struck-part": "改稿时划去了几句", "text-unseen": "为打印不显示改了字色,或列太窄", "picture-cell": "把截图贴进了单元格", "comment-told": "用批注留了话", "box-told": "用文本框压了一段说明", "picture-told": "贴了截图、公章或现场照片",

	"required": "这一格漏填了", "vague-text": "等着附材料,表里只写了一句套话", "short-text": "只写了几个字交差", "said-again": "把去年的内容原样粘了过来", "no-reason": "以为没有问题就写“无”", "text-too-long": "把整篇总结粘了进来", "phone-format": "少打了一位,或写了“见通讯录”",
	"date-implausible": "年份打错了", "na-without-reason": "以为写“不适用”就行,没有写原因", "unpublished-value": "先填了预计数,状态选的是暂未发布", "percent-range": "小数点错位,或按比例填成了绝对数", "percent-fraction": "85% 填成了 0.85", "level-for-growth": "把总量填进了增长率一栏", "growth-for-level": "把增长率填进了总量一栏",
	"growth-missing": "只填了总量", "negative-reduction": "降低率前加了负号", "negative-value": "多打了负号", "cumulative-fell": "填的是当年数,不是累计数", "cumulative-sum": "当年数和累计数填串了", "total-mismatch": "改了分项,没有改合计", "jump": "计量单位或小数点错了", "magnitude": "计量单位错了,如把万人填成了人", "against-target": "小数点错位,或确实超了",
	"rise-against-base": "基期数用了另一个口径", "done-but-short": "工作做完了,数还没有统计出来", "not-started-late": "状态没有更新", "file-denied": "文件正在别的电脑或程序里开着",

	"copy-superseded": "单位改过以后又报了一次", "copy-tied": "同一份表存成两份,各改了一处", "copy-same": "同一份表发了两次", "copy-part": "几个科室各填了一部分", "values-differ": "几家的口径或取数时间不同", "history-differs": "往年数核定以后,单位的表里还是旧数", "ruling-void": "核定以后单位又报了新数",
	"ruling-unfit": "核定值写了文字,或带了别的单位", "ruling-unfounded": "只填了核定值", "ruling-lost": "隐藏列被删改,或复制行填的", "ruling-twice": "同一行复制过", "rulings-unread": "表名或表头改了", "value-revised": "普查、年报后上年数有修订", "status-unsupported": "按工作开展情况自评,没有对照目标数", "text-cut": "单位粘进了整篇材料",
	"summary-foreign": "选错了文件", "summary-plan": "选了另一份规划的汇总", "summary-layout": "汇总由另一版本的程序生成", "summary-year": "选了本年或更晚的汇总", "summary-edited": "直接在汇总表里改了数", "summary-broken": "把汇总表的几张表复制成了新文件",
	"consult-lost": "只留了要改的表,删去了这一张", "consult-unanswered": "以为没有异议就不用写", "consult-long": "把材料粘了进来", "consult-unfounded": "只选了“有异议”", "consult-mixed": "先写了理由,后来改了选择",
}
