/** The furniture around and between the paragraphs of a page. */
export interface Furniture {
  readonly header: string
  readonly footer: string
  readonly menu: string
  readonly posted: string
  readonly languages: string
  readonly top: string
  readonly note: string
  readonly contents: (headings: readonly string[]) => string
}

const link = (label: string, i = 0) => `<a href="/p${i}?a=1&b=2">${label}</a>`
const list = (labels: readonly string[]) =>
  `<ul class="nav">${labels.map((label, i) => `<li>${link(label, i)}`).join('')}</ul>`
const contents = (label: string) => (headings: readonly string[]) =>
  `<div class="toc"><p>${label}</p><ol>${headings.map((heading, i) => `<li><a href="#s${i + 1}">${heading}</a></li>`).join('')}</ol></div>`

export const FURNITURE: Readonly<Record<'en' | 'zh-CN', Furniture>> = {
  en: {
    header: `<div class="cookie" role="dialog">We use cookies. <button>OK</button></div><a class="skip" href="#m">Skip to content</a>
      <header>${link('Orange Travel')}<nav>${list(['Hotels', 'City breaks', 'Deals', 'Help'])}</nav></header>`,
    footer: `<footer>${list(['About us', 'Jobs', 'Privacy Policy'])}<p>© 2024 Orange Travel Ltd. All rights reserved.</p></footer>`,
    menu: list(['Flights', 'Hotels', 'Cruises']),
    posted: '<div class="meta">Posted on <time>March 3, 2024</time></div>',
    languages: '<div class="lang"><span>English</span> | <a href="/zh">中文</a> | <a href="/ja">日本語</a></div>',
    top: 'Back to top',
    note: '(opens in a new window)',
    contents: contents('Contents'),
  },
  'zh-CN': {
    header: `<div class="cookie" role="dialog">我们使用 Cookie。<button>同意</button></div>
      <div class="header">${link('橙子旅行')}<div class="nav">${list(['酒店', '度假', '机票', '帮助中心'])}</div></div>`,
    footer: `<div class="footer">${list(['关于我们', '加入我们', '隐私政策'])}<p>版权所有 © 2024 橙子旅行 京ICP备00000000号</p></div>`,
    menu: list(['机票', '酒店', '邮轮']),
    posted: '<div class="meta">发布时间：2024年3月3日 10:20　浏览次数：120</div>',
    languages: '<div class="lang"><a href="/en">English</a><span>简体中文</span><a href="/tw">繁體中文</a></div>',
    top: '返回顶部',
    note: '（在新窗口打开）',
    contents: contents('目录'),
  },
}
