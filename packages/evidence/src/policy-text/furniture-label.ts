import { lettersOf } from './letters.ts'
import { listMarker } from './list-marker.ts'

const labels = (written: string): ReadonlySet<string> =>
  new Set(
    written
      .split('|')
      .map((label) => lettersOf(label))
      .filter(Boolean),
  )

/** Labels of page controls, which occur neither in a list nor in a sentence of a policy. */
const CONTROLS = labels(`
  top|to top|back to top|go to top|return to top|back to the top|back to top of page|scroll to top|back to contents|
  back to table of contents|back to list|go back|previous page|next page|previous|next|previous section|next section|
  skip to content|skip to main content|skip to main|skip navigation|skip to navigation|jump to content|jump to|
  contents|table of contents|on this page|in this page|in this article|in this policy|quick links|page contents|index|
  toc|menu|main menu|toggle navigation|toggle menu|open menu|close menu|navigation|site navigation|hide|show|edit|
  print|print page|print this page|print version|printable version|printer friendly|printer friendly version|print friendly|
  download pdf|download as pdf|download this page|save as pdf|view pdf|listen|text size|font size|a a a|
  expand|collapse|expand all|collapse all|show all|hide all|show more|show less|read more|read less|learn more|see more|
  see less|view more|more|less|close|open|permalink|link to this section|link to this heading|anchor|copy link|
  copy link to this section|direct link to this section|select language|choose language|choose your language|
  change language|language|languages|translate|translate this page|advertisement|breadcrumb|breadcrumbs|you are here|
  was this helpful|was this page helpful|share this page|share|tweet|email this page|send to a friend|bookmark|
  返回顶部|回到顶部|回顶部|返回页首|回到页首|返回目录|回到目录|返回列表|返回上一页|返回上页|返回上级|返回|上一页|下一页|上一篇|下一篇|
  上一条|下一条|上一章|下一章|上一节|下一节|跳到内容|跳转到内容|跳到主要内容|跳转到主要内容|跳至内容|跳至正文|跳过导航|目录|本页目录|文章目录|
  页面目录|本页内容|导航|菜单|主菜单|打开菜单|关闭菜单|收起菜单|展开菜单|索引|打印|打印本页|打印页面|下载|下载pdf|下载本页|
  字号|大|中|小|大中小|字号大中小|展开|收起|展开全部|收起全部|全部展开|全部收起|展开更多|查看更多|更多|了解更多|了解详情|查看详情|
  阅读全文|展开全文|收起全文|点击展开|点击收起|关闭|打开|复制链接|选择语言|语言|切换语言|语言切换|广告|当前位置|您的位置|您现在的位置|你的位置|
  您当前的位置|所在位置|分享|分享到|分享至|收藏|收藏本页|扫码分享|微信扫一扫|编辑`)

const LANGUAGES = labels(`
  english|en|eng|english us|english uk|us|uk|chinese|simplified chinese|traditional chinese|中文|中|英|英文|英语|简体|繁体|繁體|简体中文|
  繁体中文|繁體中文|中文简体|中文繁体|中文简|中文繁|中文版|英文版|zh|cn|zhcn|zhtw|tw|hk|deutsch|german|de|français|french|fr|español|
  spanish|es|italiano|italian|it|português|portuguese|pt|português brasil|ptbr|nederlands|dutch|nl|svenska|dansk|norsk|suomi|
  polski|čeština|magyar|română|türkçe|русский|українська|ελληνικά|עברית|العربية|हिन्दी|ไทย|ภาษาไทย|tiếng việt|bahasa indonesia|
  bahasa melayu|日本語|日本语|日语|japanese|ja|jp|한국어|韩语|韩国语|korean|ko|kr|日文|韩文|德语|法语|俄语|西班牙语|葡萄牙语|意大利语|泰语|
  越南语|阿拉伯语`)

/** Page names. They are furniture only as links, because a list in a policy may contain them too. */
const PAGES = labels(`
  home|homepage|home page|about|about us|contact|contact us|help|help center|help centre|faq|faqs|support|customer service|
  customer support|careers|jobs|press|news|newsroom|media|investors|investor relations|blog|company|sitemap|site map|search|
  login|log in|sign in|sign up|log out|sign out|register|join|account|my account|cart|basket|checkout|shop|store|products|
  services|solutions|pricing|resources|events|community|forum|developers|documentation|docs|legal|legal notice|legal notices|
  legal information|imprint|impressum|privacy|privacy policy|privacy notice|privacy statement|privacy center|cookie policy|
  cookie notice|cookie settings|terms|terms of use|terms of service|terms and conditions|terms conditions|conditions of use|
  user agreement|acceptable use policy|accessibility|accessibility statement|security|trademarks|copyright|copyright policy|
  disclaimer|feedback|site feedback|e-mail|email|mail|facebook|twitter|linkedin|youtube|instagram|weibo|wechat|rss|
  download|downloads|overview|introduction|features|categories|all|archive|archives|
  首页|主页|网站首页|关于|关于我们|联系我们|联系方式|帮助|帮助中心|常见问题|客服|客服中心|在线客服|客户服务|服务中心|支持|招聘|加入我们|
  人才招聘|新闻|新闻中心|新闻动态|公司新闻|行业动态|媒体|投资者关系|博客|公司|公司简介|企业简介|企业文化|网站地图|站点地图|搜索|登录|登陆|
  注册|免费注册|登录注册|退出|退出登录|我的|我的账户|我的订单|个人中心|用户中心|会员中心|会员|购物车|商城|产品|产品中心|产品介绍|服务|
  解决方案|价格|资源|活动|社区|论坛|开发者|开放平台|文档|文档中心|法律声明|法律信息|法律条款|隐私|隐私政策|隐私权政策|隐私声明|隐私条款|
  隐私保护|隐私中心|用户协议|服务协议|服务条款|用户服务协议|使用条款|使用协议|平台规则|规则中心|协议规则|协议中心|cookie政策|
  儿童隐私政策|儿童个人信息保护规则|第三方sdk目录|第三方信息共享清单|个人信息收集清单|个人信息共享清单|应用权限说明|权限说明|意见反馈|
  投诉建议|友情链接|合作伙伴|商务合作|酒店|机票|火车票|旅游|度假|门票|攻略|跟团游|自由行|邮轮|签证|微博|微信|公众号|手机版|电脑版|
  app下载|下载app|下载客户端|客户端下载|概述|简介|功能|分类|全部`)

const BETWEEN = /[|/·•›»＞>→←<«‹┃｜、,，:：\n\t\u00a0?？]+|\s{2,}/u

/** Returns true if a text consists of control labels, language names and punctuation only. */
export const isControl = (text: string): boolean => isMadeOf([CONTROLS, LANGUAGES], text)

/** Returns true if a link's text names a page, as in menus. */
export const isPageName = (text: string): boolean => isMadeOf([CONTROLS, LANGUAGES, PAGES], text)

const isLabelIn = (sets: readonly ReadonlySet<string>[], label: string): boolean => {
  const letters = lettersOf(label)
  return letters === '' || sets.some((set) => set.has(letters))
}

/** Longest label in characters. */
const LONGEST = 400

function isMadeOf(sets: readonly ReadonlySet<string>[], text: string): boolean {
  if (text.length > LONGEST) return false
  if (isLabelIn(sets, text)) return true
  const marker = listMarker(text)
  if (marker && isLabelIn(sets, text.slice(marker.length))) return true
  return text.split(BETWEEN).every((part) => isLabelIn(sets, part))
}

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const POSTED =
  'published|posted|on|发布时间|发布日期|发布于|发表时间|发表于|发布|时间|日期|阅读量|阅读|浏览次数|浏览量|浏览|点击量|点击数|点击|次'
const DAY = new RegExp(
  `(?:\\d{4}\\s*[-/.年]\\s*\\d{1,2}|(?:${MONTHS})\\.?\\s+\\d{1,2}|\\d{1,2}\\s+(?:${MONTHS}))`,
  'iu',
)
const PUBLICATION = new RegExp(`${POSTED}|${MONTHS}|[ap]m|[年月日号时分秒]|st|nd|rd|th|[^\\p{L}]+`, 'giu')
const COPYRIGHT =
  /©|\(c\)|copyright|all rights reserved|版权所有|保留(?:所有|一切)权利|\p{Script=Han}?icp[备证]\s*\d+号(?:-\d+)?|公网安备\s*\d+\s*号/iu

/**
 * Returns true for a publication line as written by editorial systems. A date of entry into force is no publication
 * line.
 */
export const isPublicationLine = (text: string): boolean =>
  text.length <= 80 && DAY.test(text) && text.toLowerCase().replace(PUBLICATION, '') === ''

/** Text of a copyright line without the copyright; null if the line has none. */
export const besideCopyright = (text: string): string | null =>
  text.length <= 200 && COPYRIGHT.test(text)
    ? text
        .replace(new RegExp(COPYRIGHT.source, 'giu'), ' ')
        .replace(/\b(?:inc|ltd|llc|co|corp|by|the|and|its|affiliates)\b\.?|\d{4}|[.,，。\-–—]/giu, ' ')
        .trim()
    : null
