#!/bin/sh
# 在程序所在的文件夹里打开;机器不合适的,说明原因。

# stop 说明原因再结束;没有终端的,用对话框说。
stop() {
  echo "$1"
  if [ -t 0 ]; then
    printf '按回车键关闭。'
    read -r _
  elif [ -n "$DISPLAY" ] && command -v zenity >/dev/null 2>&1; then
    zenity --error --no-wrap --text="$1" 2>/dev/null
  fi
  exit 1
}

cd "$(dirname "$0")" || stop "打不开程序所在的文件夹。"
case "$(uname -m)" in
  x86_64) name=tianbao-linux-amd64 ;;
  aarch64) name=tianbao-linux-arm64 ;;
  loongarch64) name=tianbao-linux-loong64 ;;
  *) stop "这台机器的处理器($(uname -m))没有对应的程序。请换一台 x86、ARM 或龙芯(新世界系统)的电脑。" ;;
esac
[ -f tianbao ] && name=tianbao
[ -f "$name" ] || stop "没有找到 $name。请把它和本文件放在同一个文件夹里。"
if [ ! -x "$name" ] && ! chmod +x "$name" 2>/dev/null; then
  stop "$name 没有“允许执行”的权限。请在“属性—权限”里勾选,或把它复制到自己的文件夹再运行。"
fi
if ! "./$name" --version >/dev/null 2>&1; then
  why="$name 在这个系统上不能运行。"
  [ "$(uname -m)" = loongarch64 ] && why="$why
龙芯电脑上的麒麟 V10、统信 20 是“旧世界”系统,本程序只能在“新世界”系统(麒麟 V11、统信 25)上运行。"
  stop "$why
请换一台电脑,或请信息中心看一看是否被安全软件拦住。各单位填表不受影响,用 WPS 即可。"
fi
exec "./$name" desk "$@"
