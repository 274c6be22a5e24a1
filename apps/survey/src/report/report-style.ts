export const REPORT_STYLE = `
:root{color-scheme:light}
@media(prefers-color-scheme:dark){:root{--a:#0f5c6e;--e:#b3261e}}
.goals{list-style:none;padding:0;margin:20px 0;border-top:1px solid #e3e6ea}
.goals li{display:grid;grid-template-columns:18px 1fr max-content;gap:4px 12px;padding:12px 0;border-bottom:1px solid #e3e6ea}
.goals svg{display:block;margin-top:4px}
.goals p{margin:0;font-size:14px}
.figure{text-align:right}
.goals .charts{display:flex;flex-wrap:wrap;gap:4px 20px;margin-top:6px}
`.replaceAll('\n', '')
