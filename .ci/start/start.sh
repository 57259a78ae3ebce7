#!/bin/sh
# 在程序所在的文件夹里打开;机器不合适的,说明原因。
cd "$(dirname "$0")" || exit 1
case "$(uname -m)" in
  x86_64) name=tianbao-linux-amd64 ;;
  aarch64) name=tianbao-linux-arm64 ;;
  loongarch64) name=tianbao-linux-loong64 ;;
  *) echo "这台机器的处理器($(uname -m))没有对应的程序。请换一台 x86、ARM 或龙芯(新世界系统)的电脑。"; exit 1 ;;
esac
[ -f tianbao ] && name=tianbao
if [ ! -f "$name" ]; then
  echo "没有找到 $name。请把它和本文件放在同一个文件夹里。"
  exit 1
fi
if [ ! -x "$name" ] && ! chmod +x "$name"; then
  echo "$name 没有“允许执行”的权限。请在“属性—权限”里勾选,或把它复制到自己的文件夹再运行。"
  exit 1
fi
if ! "./$name" --version >/dev/null 2>&1; then
  echo "$name 在这个系统上不能运行。"
  if [ "$(uname -m)" = loongarch64 ]; then
    echo "龙芯电脑上的麒麟 V10、统信 20 是“旧世界”系统,本程序只能在“新世界”系统(麒麟 V11、统信 25)上运行。"
  fi
  echo "请换一台电脑,或请信息中心看一看是否被安全软件拦住。"
  exit 1
fi
exec "./$name" desk "$@"
