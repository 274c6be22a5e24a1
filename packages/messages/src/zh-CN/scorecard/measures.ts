import type { IndicatorValue, MissingEvidence } from '@wayproof/scorecard/measures/indicator-value'
import { bandText } from '../../band-text.ts'
import { day } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { monthRanges } from '../../month-ranges.ts'
import { count, percent, percentDigits, rateRange, sharePercent } from '../../number-format.ts'
import { breakdown } from './breakdown.ts'
import { measuresText } from './measures-text.ts'

const n = (value: number) => count(value, 'zh-CN')

type Words = Messages['reporting']['measures']

const names: Words['names'] = {
  policy: '隐私政策',
  'minimal-collection': '最小收集与同意',
  'technical-security': '技术安全',
  training: '培训与举报',
  'customer-rights': '客户权利',
  'third-party-risk': '第三方风险',
  transparency: '透明度',
}

const promises: Words['promises'] = {
  policy: '3 个月内，所有平台均公开现行隐私政策。',
  'minimal-collection': '只收集提供服务所必需的信息，事先告知并取得同意。',
  'technical-security': '客户信息泄露事件比基准年减少一半，每年进行安全评估。',
  training: '每季度 95% 以上的员工完成培训并通过考试；举报仅由举报受理人查看。',
  'customer-rights': '请求与投诉按期答复，至少 85% 的客户对隐私保护满意。',
  'third-party-risk': '处理客户信息的合作伙伴均签订协议，每年审核。',
  transparency: '每半年调查客户满意度，公布改进措施和隐私保护报告。',
}

const indicators: Words['indicators'] = {
  'policy-review': ['政策复审', '最近一次批准在 12 个月内'],
  'pages-watched': ['自动核验的页面', '最近一次核验（1 个月内）时系统读取的页面，占应公开政策页面的比例'],
  'consent-notices': ['告知有效的表单', '所有字段均在 12 个月内核对、且依据现行政策版本的表单占比'],
  'minimal-forms': ['最小收集的表单', '12 个月内核对、且没有多余必填字段的表单占比'],
  'security-assessments': ['安全评估', '本年度的全面评估次数'],
  'vulnerability-scans': ['漏洞扫描', '扫描过全部系统的月份，占已开始月份的比例'],
  'penetration-tests': ['渗透测试', '本年度次数'],
  'critical-findings': ['未修复的严重漏洞', '超过 15 天；系统在 6 个月内检测过'],
  encryption: ['加密的信息系统', '12 个月内核对、存储和传输均加密，占存有客户信息系统的比例'],
  'undecided-incidents': ['未定性的疑似事件', '本年度；台账在 6 个月内更新过'],
  'notices-in-time': ['事件按时报告与告知', '占本半年度到期事项的比例'],
  exposure: ['订单', '本半年度'],
  'all-staff-sessions': ['季度全员培训', '已举办的季度占已开始季度的比例'],
  'whistle-blower-reports': ['举报', '本年度收到'],
  'reports-acknowledged': ['按时确认的举报', '7 天内确认，占本年度到期的举报'],
  'reports-closed': ['按时办结的举报', '90 天内办结，占本年度到期的举报'],
  'agreements-signed': ['有效的合作伙伴协议', '截至期末，占处理客户信息的合作伙伴的比例'],
  'audits-passed': ['审核通过', '占本年度已审核合作伙伴的比例'],
  'failed-without-plan': ['未通过且无整改期限', '合作伙伴数'],
  'audit-findings': ['审核问题按期整改', '占到期问题的比例'],
  'privacy-reports': ['隐私报告', '上半年度的报告，已公布占应公布的比例'],
  'item-difficulty': ['试题难度', '需要逐题答案，目前的导入不含此项'],
  'complaints-answered': ['投诉按期答复', '2 个工作日内首次答复，占本半年度期限已满的投诉'],
  'complaints-reopened': ['重新受理的投诉', '系统不支持重新受理；如有异议请重新提交'],
  'education-notices': ['客户隐私教育', '本半年度发布的内容数'],
  'privacy-meetings': ['隐私保护工作会议', '有会议及纪要的季度占已开始季度的比例'],
  'meeting-actions': ['会议议定事项', '已完成占本半年度议定事项的比例'],
  improvements: ['改进措施', '根据本半年度反馈选定'],
  'first-attempt': ['首次考试即通过', '占本半年度通过者的比例'],
  'requests-in-time': ['请求按期答复', '占本半年度到期请求的比例'],
  'days-to-answer': ['答复天数', '自收到至首次答复'],
  complaints: ['投诉', '本半年度每 10 万订单'],
  'leak-signal': ['行程疑似外泄（客户反映）', '“是”占“是”与“否”的比例，未加权'],
  'leak-signal-jump': ['行程疑似外泄骤增', '较上期上升；费希尔精确检验，显著性水平 0.05，未加权'],
  trust: ['对公司的信任', '4 或 5 分占有效答卷的比例'],
  'unknown-to-customers-notice': ['不了解：事先告知', '占该题答卷的比例'],
  'unknown-to-customers-consent': ['不了解：征得同意', '占该题答卷的比例'],
  'unknown-to-customers-minimal': ['不了解：最小收集', '占该题答卷的比例'],
  'unknown-to-customers-security': ['不了解：安全保护', '占该题答卷的比例'],
  'unknown-to-customers-control': ['不了解：更正与删除', '占该题答卷的比例'],
  'unknown-to-customers-sharing': ['不了解：对外提供', '占该题答卷的比例'],
  'unknown-to-customers-transparency': ['不了解：公开透明', '占该题答卷的比例'],
}

const evidence: Words['evidence'] = {
  'policy-versions': '隐私政策版本',
  'policy-surfaces': '公示平台',
  'collection-points': '信息收集点',
  incidents: '个人信息安全事件',
  'incident-notices': '事件报告与告知',
  'security-assessments': '安全评估',
  'security-scans': '漏洞扫描',
  systems: '信息系统',
  training: '考试记录',
  'training-sessions': '季度全员培训',
  'rights-cases': '请求与投诉',
  'whistle-reports': '举报',
  waves: '调查',
  improvements: '改进措施',
  'privacy-reports': '已公布的报告',
  partners: '合作伙伴',
  'partner-audits': '合作伙伴审核',
  'partner-agreements': '合作伙伴协议',
  'privacy-meetings': '隐私保护工作会议',
  'customer-education': '客户隐私教育',
  'audit-findings': '审核问题',
  'security-findings': '安全隐患',
  bookings: '每月订单',
}

const missing: Record<MissingEvidence, string> = {
  'no-register': '还没有台账',
  'nothing-registered': '台账为空',
  outdated: '最近的记录已过时',
  'no-full-scan': '没有全部系统的扫描',
  'nothing-in-period': '本半年度没有相关记录',
  'no-bookings': '没有本半年度的订单数',
  'months-unbooked': '缺部分月份的订单数',
  'no-wave': '没有开展调查',
  'wave-open': '调查进行中',
  'not-asked': '没有这道题',
  'no-satisfied-points': '量表未注明哪些分值算满意',
  'no-wave-before': '往期没有可比的题目',
  'no-handler': '还没有举报受理人',
  'half-year-running': '半年度结束后公布',
  'with-the-year': '按全年统计，随下半年度公布',
}

function value(indicatorValue: IndicatorValue): string {
  switch (indicatorValue.kind) {
    case 'share':
      return `${sharePercent(indicatorValue.share)}（${n(indicatorValue.share.numerator)}/${n(indicatorValue.share.denominator)}）`
    case 'weighted':
      return `加权 ${percent(indicatorValue.value)}（95% 置信区间 ${percentDigits(indicatorValue.interval.lower)}%～${percent(indicatorValue.interval.upper)}）；未加权 ${sharePercent(indicatorValue.counted)}（${n(indicatorValue.counted.numerator)}/${n(indicatorValue.counted.denominator)}）`
    case 'band':
      return bandText(indicatorValue, 'zh-CN')
    case 'rate':
      return `每 10 万订单 ${rateRange(indicatorValue)} 起（${breakdown.people(indicatorValue.cases)}）`
    case 'count':
      return n(indicatorValue.count)
    case 'days':
      return `中位数 ${n(indicatorValue.median)} 天，90% 在 ${n(indicatorValue.ninetieth)} 天内（${breakdown.people(indicatorValue.cases)} 件）`
    case 'last-on':
      return `${day(indicatorValue.on, 'zh-CN')}，${indicatorValue.inTime ? '未逾期' : '已逾期'}`
    case 'coarse':
      return `${breakdown.share(indicatorValue.share)}（${breakdown.people(indicatorValue.people)}）`
    case 'people':
      return indicatorValue.atLeast > 0
        ? `${breakdown.people(indicatorValue.atLeast)}（按 ${n(indicatorValue.fewerThan)} 的倍数取整）`
        : `不足 ${n(indicatorValue.fewerThan)}`
    case 'jump':
      return `${indicatorValue.triageWanted ? '需研判：显著上升' : '无显著上升'}；上期 ${value(indicatorValue.before)}，本期 ${value(indicatorValue.now)}`
    case 'withheld':
      return '不显示：可据此推算出其他分组'
    case 'ruled-out':
      return '不适用'
    case 'unknown':
      return `暂无数据：${indicatorValue.months ? `缺 ${monthRanges(indicatorValue.months, 'zh-CN')}的订单数` : missing[indicatorValue.missing]}`
    case 'suppressed':
      return `不显示：不足 ${n(indicatorValue.fewerThan)} 人`
  }
}

function brief(indicatorValue: IndicatorValue): string {
  switch (indicatorValue.kind) {
    case 'share':
      return sharePercent(indicatorValue.share) ?? ''
    case 'weighted':
      return `${percent(indicatorValue.value)}（${percentDigits(indicatorValue.interval.lower)}\u2013${percent(indicatorValue.interval.upper)}）`
    case 'rate':
      return `每 10 万订单 ${rateRange(indicatorValue)} 起`
    case 'days':
      return `中位数 ${n(indicatorValue.median)} 天`
    case 'last-on':
      return day(indicatorValue.on, 'zh-CN')
    case 'coarse':
      return breakdown.share(indicatorValue.share)
    case 'people':
      return indicatorValue.atLeast > 0
        ? breakdown.people(indicatorValue.atLeast)
        : `不足 ${n(indicatorValue.fewerThan)}`
    case 'jump':
      return indicatorValue.triageWanted ? '显著上升' : '无显著上升'
    case 'withheld':
    case 'suppressed':
      return '不显示'
    case 'unknown':
      return '暂无数据'
    default:
      return value(indicatorValue)
  }
}

export const measures: Words = { ...measuresText, names, promises, indicators, evidence, value, brief }
