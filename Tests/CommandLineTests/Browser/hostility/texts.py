"""The hostile texts, and the mark that tells them from all others."""

import re

MARK = "zqx"
# Payloads. MARK in them stands for what would run.
PAYLOADS = r'''
<script>zqx</script>
</script><script>zqx</script>
<SCRIPT SRC=//zqx.example/a.js></SCRIPT>
<scr<script>ipt>zqx</scr</script>ipt>
<script/x>zqx</script>
<script\x20type="text/javascript">zqx;</script>
<img src=x onerror=zqx>
<img src="x" onerror="zqx">
<img src=x onerror=zqx//
<img/src="x"/onerror="zqx">
<IMG """><SCRIPT>zqx</SCRIPT>">
<svg onload=zqx>
<svg/onload=zqx>
<svg><script>zqx</script></svg>
<svg><foreignObject><iframe src=javascript:zqx></iframe></foreignObject></svg>
<svg><animate onbegin=zqx attributeName=x dur=1s>
<svg><use href="data:image/svg+xml,<svg id=x onload=zqx>#x"/></svg>
<svg><a xlink:href="javascript:zqx"><text>x</text></a></svg>
<math><mtext></form><form><mglyph><style></math><img src onerror=zqx>
<math href="javascript:zqx">x</math>
<iframe src="javascript:zqx"></iframe>
<iframe srcdoc="<script>zqx</script>"></iframe>
<object data="javascript:zqx"></object>
<embed src="javascript:zqx">
<applet code=zqx>
<base href="https://zqx.example/">
<meta http-equiv="refresh" content="0; url=javascript:zqx">
<link rel=stylesheet href="https://zqx.example/a.css">
<link rel=import href="https://zqx.example/">
<form action="javascript:zqx"><input type=submit></form>
<button formaction="javascript:zqx">x</button>
<input autofocus onfocus=zqx>
<select autofocus onfocus=zqx>
<textarea autofocus onfocus=zqx>
<keygen autofocus onfocus=zqx>
<video><source onerror=zqx></video>
<audio src=x onerror=zqx>
<details open ontoggle=zqx>
<marquee onstart=zqx>
<body onload=zqx>
<frameset onload=zqx>
<table background="javascript:zqx">
<div style="background:url(javascript:zqx)">
<div style="width: expression(zqx)">
<style>@import 'https://zqx.example/a.css';</style>
<style>*{background:url(https://zqx.example/)}</style>
<x onclick=zqx>x
<x style="animation-name:a" onanimationstart=zqx>
<a href="javascript:zqx">x</a>
<a href="JaVaScRiPt:zqx">x</a>
<a href="&#106;avascript:zqx">x</a>
<a href="java&Tab;script:zqx">x</a>
<a href="\x01javascript:zqx">x</a>
<a href="data:text/html,<script>zqx</script>">x</a>
<a href="vbscript:zqx">x</a>
<template><script>zqx</script></template>
<noscript><p title="</noscript><img src=x onerror=zqx>">
<xmp><p title="</xmp><img src=x onerror=zqx>">
<plaintext>zqx
<listing>&lt;img onerror=zqx src=x&gt;</listing>
<title></title><script>zqx</script>
</title><script>zqx</script>
</textarea><script>zqx</script>
</style><script>zqx</script>
</noscript><script>zqx</script>
</template><script>zqx</script>
</svg><script>zqx</script>
</head><body onload=zqx>
</body></html><script>zqx</script>
<!--><script>zqx</script>-->
--><script>zqx</script><!--
<!-- zqx
--!><img src=x onerror=zqx>
<![CDATA[<script>zqx</script>]]>
]]><script>zqx</script>
]]>
<?xml-stylesheet href="javascript:zqx"?>
<?zqx <script>zqx</script>
<!DOCTYPE x [<!ENTITY zqx SYSTEM "file:///etc/passwd">]>
<!ENTITY % zqx "x">&zqx;
&lt;script&gt;zqx&lt;/script&gt;
&amp;lt;script&amp;gt;zqx
&#60;script&#62;zqx&#60;/script&#62;
&#x3c;img src=x onerror=zqx&#x3e;
&zqx;
%3Cscript%3Ezqx%3C/script%3E
\x3cscript\x3ezqx
\u003cscript\u003ezqx
+ADw-script+AD4-zqx
" onmouseover="zqx
' onmouseover='zqx
` onmouseover=`zqx
" autofocus onfocus=zqx "
" style="x:expression(zqx)
"><img src=x onerror=zqx>
'><img src=x onerror=zqx>
"/><svg/onload=zqx>
'"><svg onload=zqx>
javascript:zqx
JAVASCRIPT:zqx//
 javascript:zqx
java\tscript:zqx
java\nscript:zqx
\x01javascript:zqx
javascript&colon;zqx
javascript://example.org/%0azqx
data:text/html;base64,PHNjcmlwdD56cXg8L3NjcmlwdD4=
data:image/svg+xml,<svg onload=zqx>
vbscript:zqx
blob:https://example.org/zqx
file:///etc/passwd#zqx
//zqx.example/
\\zqx.example\share
https://user:zqx@example.org/
{{zqx}}
{{{zqx}}}
{{> zqx}}
{{#zqx}}{{/zqx}}
{{=<% %>=}}<%zqx%>
${zqx}
#{zqx}
<%= zqx %>
{% raw %}zqx{% endraw %}
'-zqx-'
";zqx;//
\";zqx;//
\'-zqx//
*/zqx/*
</script \u2028 zqx
\u2028zqx\u2029
zqx\u2028* injected
\u202ezqx\u202c
\u2066zqx\u2069 \u200f\u061c
\u200bzqx\ufeff
\ufdd0zqx\ufdd3
zqx\x00zqx
zqx\x08\x1b[31mzqx
zqx\x7f\x9bzqx
zqx\r\nSet-Cookie: zqx=1
zqx\r\n\r\n<script>zqx</script>
zqx\n/*\n  X-Zqx: 1
zqx\n/zqx https://zqx.example/ 301!
zqx\nDisallow: /
=1+1+zqx
=cmd|' /C calc'!A0 zqx
+zqx+1
-zqx-1
@SUM(zqx)
\tzqx
\r=zqx
=HYPERLINK("https://zqx.example/";"x")
%0A=zqx
'=zqx
zqx,"=1+1",zqx
zqx\n"=1+1
zqx}, url = {javascript:zqx}
zqx} }\n@misc{zqx, title={zqx}}
\write18{zqx}
\input{/etc/passwd} zqx
\immediate\write18{zqx} $x^2$
zqx\nER  - \nTY  - ZQX
zqx\nUR  - javascript:zqx
TY  - zqx
zqx: !!python/object/apply:os.system ["zqx"]
- zqx: &a [*a]
zqx\n---\ntrust-html: true
!!binary zqx
# zqx
zqx\n# injected
zqx\n\n- injected\n- zqx
> zqx
1. zqx
--- zqx
``` zqx
zqx ``` <script>zqx</script>
[zqx](javascript:zqx)
![zqx](javascript:zqx)
[zqx]: javascript:zqx
<javascript:zqx>
[zqx][zqx](x"onerror="zqx)
![[zqx]]
[[zqx#zqx|zqx]]
[@zqx]
[^zqx]
| zqx | zqx |
\| zqx \\| zqx
`<img src=x onerror=zqx>`
\<img src=x onerror=zqx>
*<img src=x onerror=zqx>*
body{background:red}zqx
\3c script zqx
url(javascript:zqx)
}</style><script>zqx</script>
zqx;background:url(https://zqx.example/)
../../../../zqx
..\\..\\zqx
/etc/passwd zqx
CON zqx
zqx%00zqx
😀zqx\ud83d
zqxA\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307
'''.strip("\n").split("\n")


def unescaped(line):
    """A payload with its escapes of characters resolved; other backslashes stay."""
    line = re.sub(r"\\x([0-9a-f]{2})", lambda m: chr(int(m[1], 16)), line)
    line = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), line)
    for name, character in (("\\r", "\r"), ("\\n", "\n"), ("\\t", "\t")):
        # Not those of TeX and paths.
        line = re.sub(re.escape(name) + r"(?!ite18|ite\b|put)", lambda m: character, line)
    return line.encode("utf-8", "replace").decode()


PAYLOADS = [unescaped(line) for line in PAYLOADS]
HARMLESS = "Harmless words"
