package main

import (
	"strings"

	"github.com/urfave/cli/v2"
)

const welcome = `tianbao:规划任务与指标年度填报、审核、汇总

一年的步骤(在一个普通文件夹里,依次运行):
  1. tianbao template      按单位生成填报表,放在“下发”文件夹,发给各单位
  2. 把各单位交回的表放进“报送”文件夹
  3. tianbao check --return-to 退回
                           逐份审核;有错的另存一份标注好的,放在“退回”文件夹
  4. tianbao status        谁交了、谁没交、谁要改,附可直接发送的催报文字
  5. tianbao consolidate   合成全市年度汇总,含主要目标一览表

先看一遍全过程:tianbao demo 演示
每个命令后面加 --help,有说明和例子。也可以把表直接拖到本程序上,立即审核。
`

const appHelp = `{{.Name}}:{{.Usage}}

用法:
   tianbao 命令 [选项] [文件或文件夹…]

命令:
{{range .VisibleCommands}}   {{.Name}}{{"\t"}}{{.Usage}}
{{end}}
选项:
{{range .VisibleFlags}}   {{.}}
{{end}}
每个命令后面加 --help,有说明和例子。
退出码:0 没有阻碍;1 有错误要改;2 命令写法不对;3 未能完成。
`

const commandHelp = `{{.HelpName}}:{{.Usage}}

用法:
   {{.UsageText}}
{{if .Description}}
{{.Description}}
{{end}}
选项:
{{range .VisibleFlags}}   {{.}}
{{end}}`

const groupHelp = `{{.HelpName}}:{{.Usage}}

用法:
   {{.HelpName}} 命令 [选项]

命令:
{{range .VisibleCommands}}   {{.Name}}{{"\t"}}{{.Usage}}
{{end}}
`

// flagLine prints a flag for the help: names, placeholder, words.
func flagLine(f cli.Flag) string {
	names := f.Names()
	for i, n := range names {
		names[i] = "-" + n
		if len(n) > 1 {
			names[i] = "--" + n
		}
	}
	line := strings.Join(names, ", ")
	words := ""
	if doc, ok := f.(cli.DocGenerationFlag); ok {
		words = doc.GetUsage()
	}
	placeholder, rest, found := strings.Cut(words, "|")
	if !found {
		placeholder, rest = "", words
	}
	if placeholder != "" {
		line += " " + placeholder
	}
	return line + "\t" + rest
}
