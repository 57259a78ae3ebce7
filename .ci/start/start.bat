@echo off
rem 在程序所在的文件夹里打开;Windows 7、8 上说明原因,不让窗口一闪就没。
setlocal
cd /d "%~dp0"
ver | findstr /r /c:" 6\.[0-9]" >nul
if not errorlevel 1 goto old
set program=tianbao-windows-amd64.exe
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set program=tianbao-windows-arm64.exe
if exist tianbao.exe set program=tianbao.exe
if not exist "%program%" goto missing
"%program%" desk %*
if errorlevel 1 pause
goto :eof

:old
echo 这台电脑的 Windows 版本太旧(Windows 7 或 8),本程序不能运行。
echo 请换一台 Windows 10、Windows 11 或麒麟 V11、统信 25 的电脑;各单位填表不受影响,用 WPS 或 Excel 即可。
pause
goto :eof

:missing
echo 没有找到 %program%。请把它和本文件放在同一个文件夹里。
pause
