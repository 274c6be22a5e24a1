export const REPORT_STYLE = `
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{--a:#0f5c6e;--e:#b3261e}}
header,main,footer{margin:0 max(20px,50% - 31rem)}
h1{font-size:24px;margin:4px 0 20px}
.report svg{display:block}
.goals,.trends{list-style:none;padding:0;margin:20px 0 12px}
.goals{border-top:1px solid #e3e6ea}
.goals li{display:grid;grid-template-columns:18px 1fr max-content;gap:4px 12px;padding:12px 0;border-bottom:1px solid #e3e6ea}
.goals span:first-child{margin-top:4px}
.goals p{margin:0;font-size:14px}
.goals .chart{grid-column:2/4;grid-row:2}
.figure{text-align:right}
.trends{display:grid;grid-template-columns:repeat(auto-fill,minmax(120px,1fr));gap:16px;font-size:13px}
.trends li{display:flex;flex-direction:column}
.trends b{padding:0}
.trends svg{width:100%;max-width:200px;height:auto;margin-top:6px}
.trends .chart{margin-top:auto}
.terms div{display:flex;gap:16px;margin:6px 0}
.terms dt{flex:0 0 8em}
.terms p{margin:0}
.terms,aside,aside .hint{font-size:14px}
.cite{user-select:all;overflow-wrap:anywhere;background:#39a2;padding:10px 12px}
.report h2{margin:32px 0 8px}
@media(min-width:900px){
.goals li{grid-template-columns:18px 1fr 200px 7em;gap:4px 16px}
.goals .chart{grid-area:auto}
}
@media(min-width:1000px){
.report{display:grid;grid-template-columns:1fr 232px;gap:0 56px}
aside h2:first-child{margin-top:8px}
}
@page{margin:14mm}
@media print{
header{display:flex}
header .lang,.screen{display:none}
.way.seal{display:block}
li,.terms div,.trends{break-inside:avoid}
h2{break-after:avoid}
body{font-size:13px}
main{padding:0}
.seal:after{content:" "attr(href)}
.goals li{grid-template-columns:18px 1fr 200px 7em}
.goals .chart{grid-area:auto}
}
`.replaceAll('\n', '')
