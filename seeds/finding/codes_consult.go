package finding

// Codes of the round 征求意见: of the answers in a copy with 拟认定结果.
const (
	ConsultLost       Code = "consult-lost"       // 拟认定结果 is gone from the copy
	ConsultUnanswered Code = "consult-unanswered" // why it lags or what will be done is not said
	ConsultLong       Code = "consult-long"       // 下一步措施 is longer than the round takes
	ConsultUnfounded  Code = "consult-unfounded"  // an objection without its ground
	ConsultMixed      Code = "consult-mixed"      // 无异议, and a ground all the same
)

var consultCodes = []Entry{
	{Code: ConsultLost, Severity: Warning, What: "“拟认定结果”表被删去了,有没有异议无从得知", Hint: "请用征求意见时发的那份填写;确无异议的,可以不再报送"},
	{Code: ConsultUnanswered, Severity: Warning, What: "征求意见的事项,没有写原因或下一步措施", Hint: "请写明为什么没有达到要求、下一步怎么做(80字以内);不写的,汇总里显示“待单位说明”"},
	{Code: ConsultLong, Severity: Warning, What: "下一步措施超过80字", Hint: "请压缩到80字以内,只写做什么、什么时候做到"},
	{Code: ConsultUnfounded, Severity: Warning, What: "提出异议,没有写理由和依据", Hint: "请写明哪里不对、依据是什么文件或数据;没有异议的请选“无异议”"},
	{Code: ConsultMixed, Severity: Warning, What: "选了“无异议”,又写了异议理由", Hint: "有异议的请选“有异议”;没有的请清空理由"},
}
