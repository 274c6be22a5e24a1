import { createHash } from 'node:crypto'

/** The one style of all pages, inline: a page is one request. Without it the pages still read from top to bottom. */
export const STYLE = `
*{box-sizing:border-box}
html{color-scheme:light;-webkit-text-size-adjust:100%}
body{margin:0;background:#fff;color:#1a1f26;font:16px/1.55 -apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:0 auto;padding:0 20px}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;min-height:52px}
header:after{content:"";position:absolute;left:0;right:0;top:52px;border-top:1px solid #e3e6ea}
header b{font-weight:600}
a,.lang{color:#0f5c6e;text-underline-offset:3px}
.lang{font:inherit;background:none;border:0;margin:0 -8px;padding:10px 8px;text-decoration:underline;cursor:pointer;white-space:nowrap}
main{padding-bottom:24px}
h1{font-size:22px;line-height:1.4;font-weight:600;margin:28px 0 4px}
p{margin:8px 0}
p:has(.go){margin:20px 0}
.soft,footer,small{color:#56606c}
.sample{background:#f6f7f8;border-radius:8px;padding:8px 12px;margin:16px 0 0;font-size:14px;color:#56606c}
.trust{background:#f1f6f7;border-left:3px solid #0f5c6e;margin:20px 0 28px;padding:14px 16px;font-size:14px}
.trust div{display:flex;gap:12px;margin:4px 0}
dl{margin:0}
dt{flex:0 0 6em;color:#56606c}
dd{margin:0;flex:1}
fieldset,.text{border:0;margin:0 0 32px;padding:0;min-width:0}
legend,.text>label{float:left;width:100%;padding:0;font-weight:600;margin:0 0 8px}
legend+*,label+*{clear:both}
.n{font-weight:400;color:#56606c}
.hint{font-size:14px;color:#56606c;margin:0 0 8px}
.gap{margin:0 0 20px}
.stem{font-size:16px;font-weight:400;color:#56606c;margin:0 0 12px}
.o{border:1px solid #d5dae0;border-radius:8px;overflow:hidden}
.o label{display:flex;align-items:center;gap:12px;min-height:46px;padding:8px 16px;border-top:1px solid #e3e6ea;cursor:pointer}
.o label:first-child{border-top:0}
.o .off{background:#fafbfb;color:#56606c}
.o label:hover{background:#f6f7f8}
.o label:has(:checked){background:#edf4f6;color:#1a1f26;box-shadow:inset 3px 0 #0f5c6e}
input{flex:none;width:20px;height:20px;margin:0;accent-color:#0f5c6e;scroll-margin-top:9em}
textarea{display:block;width:100%;min-height:7em;font:inherit;color:inherit;padding:10px 12px;border:1px solid #8b949f;border-radius:8px;resize:vertical}
.bad{border-left:3px solid #b3261e;padding-left:16px}
.err{color:#b3261e;font-size:14px;margin:0 0 8px}
.sum{border:1px solid #b3261e;border-left-width:3px;border-radius:8px;padding:12px 16px;margin:20px 0}
.sum h2{font-size:16px;font-weight:600;margin:0}
.sum ul{margin:4px 0 0;padding-left:20px}
.sum a{color:#b3261e;display:inline-block;padding:4px 0}
.go{display:block;width:100%;min-height:50px;border:0;border-radius:8px;background:#0f5c6e;color:#fff;font:inherit;font-weight:600;cursor:pointer}
.go:hover{background:#0b4a59}
:focus-visible{outline:3px solid #0f5c6e;outline-offset:2px}
.o label:has(:focus-visible){outline:3px solid #0f5c6e;outline-offset:-3px}
.sum:focus{outline:0}
.code{font:600 22px/1.5 ui-monospace,Menlo,Consolas,monospace;background:#f1f6f7;border-left:3px solid #0f5c6e;padding:12px 16px;margin:4px 0 16px;overflow-wrap:normal;word-break:normal}
footer{font-size:14px;padding-bottom:32px}
fieldset:not(:has(.lead:checked))+.then{display:none}
@media(min-width:700px){h1{font-size:24px;margin-top:40px}.go{width:auto;min-width:12rem;padding:0 32px}.trust{padding:16px 20px}dt{flex-basis:8em}}
`.replaceAll('\n', '')

/** The source expression by which a Content-Security-Policy lets exactly this style in. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
