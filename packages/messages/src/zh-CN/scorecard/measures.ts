import type { IndicatorValue, MissingEvidence } from '@wayproof/scorecard'
import { bandText } from '../../band-text.ts'
import { day } from '../../date-format.ts'
import type { Messages } from '../../en.ts'
import { count, percent, percentDigits, sharePercent } from '../../number-format.ts'
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
  policy: '三个月内，所有渠道均公示现行隐私政策。',
  'minimal-collection': '只收集用途所必需的信息，事先告知并征得同意。',
  'technical-security': '客户信息泄露事件比基准年减少一半，每年进行安全评估。',
  training: '每季度至少 95% 的员工完成培训并通过考试；举报仅由举报受理人查阅，双方凭案件码往来沟通。',
  'customer-rights': '请求与投诉按期答复，至少 85% 的客户对隐私保护满意。',
  'third-party-risk': '凡处理客户信息的合作伙伴，均签订协议，每年审核。',
  transparency: '每半年征询客户意见，说明据此所作的改进，并公布报告。',
}

const indicators: Words['indicators'] = {
  'policy-review': ['政策复审', '最近一次批准在十二个月之内'],
  'pages-watched': ['自动核验的页面', '最近一次核验时系统已读取的页面占应公示页面的比例'],
  'consent-notices': ['告知有效的表单', '所有字段均依据现行政策版本的表单占比'],
  'minimal-forms': ['最小收集的表单', '没有多余必填字段的表单占比'],
  'security-assessments': ['安全评估', '本年度的全面评估次数'],
  'vulnerability-scans': ['漏洞扫描', '已扫描的月份占已开始月份的比例'],
  'penetration-tests': ['渗透测试', '本年度次数'],
  'critical-findings': ['未关闭的严重漏洞', '超过 15 天'],
  encryption: ['加密的信息系统', '存储和传输均加密，占存有客户信息系统的比例'],
  'undecided-incidents': ['未定性的疑似事件', '本年度'],
  'notices-in-time': ['事件按时通报', '占本半年度到期通报的比例'],
  exposure: ['订单', '本半年度'],
  'all-staff-sessions': ['季度全员培训', '已举办的季度占已开始季度的比例'],
  'whistle-blower-reports': ['举报', '本半年度收到'],
  'reports-acknowledged': ['按时确认的举报', '七天内确认，占期限已满的举报'],
  'reports-closed': ['按时办结的举报', '九十天内办结，占期限已满的举报'],
  'agreements-signed': ['有效的合作伙伴协议', '占处理客户信息的合作伙伴的比例'],
  'audits-passed': ['审核通过', '占本年度已审核合作伙伴的比例'],
  'failed-without-plan': ['未通过且无整改日期', '合作伙伴数'],
  'audit-findings': ['审核问题按期关闭', '占到期问题的比例'],
  'privacy-reports': ['隐私报告', '上一半年度的报告，已公布占应公布的比例'],
  'item-difficulty': ['试题难度', '需要逐题答案，目前的导入不含此项'],
  'complaints-answered': ['投诉按期答复', '两个工作日内首次答复，占本半年度期限已满的投诉'],
  'complaints-reopened': ['重新受理的投诉', '案件办结后不再重新受理；仍有异议者另行提交，新旧案件之间没有关联'],
  'education-notices': ['客户隐私教育', '本半年度发布的内容数'],
  'privacy-meetings': ['隐私例会', '有会议及纪要的季度占已开始季度的比例'],
  'meeting-actions': ['例会议定事项', '已完成占本半年度议定事项的比例'],
  improvements: ['改进措施', '根据本半年度反馈选定'],
  'first-attempt': ['首次考试即通过', '占本半年度通过者的比例'],
  'requests-in-time': ['请求按期答复', '占本半年度到期请求的比例'],
  'days-to-answer': ['答复天数', '自收到至首次答复'],
  complaints: ['投诉', '本半年度每十万订单'],
  'leak-signal': ['陌生人知晓行程', '“是”占“是”与“否”的比例，未加权'],
  'leak-signal-jump': ['陌生人知晓行程骤增', '较上一批次上升；费希尔精确检验，显著性水平 0.05，未加权'],
  trust: ['对公司的信任', '4 或 5 分占有看法者的比例'],
  'unknown-to-customers-notice': ['不了解：事先告知', '占回答该题者的比例'],
  'unknown-to-customers-consent': ['不了解：征得同意', '占回答该题者的比例'],
  'unknown-to-customers-minimal': ['不了解：最小收集', '占回答该题者的比例'],
  'unknown-to-customers-security': ['不了解：安全保护', '占回答该题者的比例'],
  'unknown-to-customers-control': ['不了解：更正与删除', '占回答该题者的比例'],
  'unknown-to-customers-sharing': ['不了解：对外提供', '占回答该题者的比例'],
  'unknown-to-customers-transparency': ['不了解：公开透明', '占回答该题者的比例'],
}

const evidence: Words['evidence'] = {
  'policy-versions': '隐私政策版本',
  'policy-surfaces': '公示渠道',
  'collection-points': '信息收集点',
  incidents: '信息泄露事件',
  'incident-notices': '事件通报',
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
  'privacy-meetings': '隐私例会',
  'customer-education': '客户隐私教育',
  'audit-findings': '审核问题',
  'security-findings': '安全问题',
  bookings: '每月订单',
}

const missing: Record<MissingEvidence, string> = {
  'no-register': '尚无台账',
  'nothing-registered': '台账为空',
  'nothing-in-period': '本半年度没有相关记录',
  'no-bookings': '没有本半年度的订单数',
  'no-wave': '没有调查批次',
  'wave-open': '批次仍在开放',
  'not-asked': '没有问过',
  'no-wave-before': '此前批次没有问过同一问题',
  'no-handler': '尚未任命举报受理人',
}

function value(of: IndicatorValue): string {
  switch (of.kind) {
    case 'share':
      return `${sharePercent(of.share)}（${n(of.share.denominator)} 中 ${n(of.share.numerator)}）`
    case 'weighted':
      return `加权 ${percent(of.value)}（区间 ${percentDigits(of.interval.lower)} 至 ${percent(of.interval.upper)}）；未加权 ${sharePercent(of.counted)}（${n(of.counted.denominator)} 中 ${n(of.counted.numerator)}）`
    case 'band':
      return bandText(of, 'zh-CN')
    case 'rate':
      return `每十万订单 ${((of.cases * 100_000) / of.base).toFixed(1)} 起（${of.cases === 0 ? '没有' : breakdown.people(of.cases)}）`
    case 'count':
      return n(of.count)
    case 'days':
      return `半数在 ${n(of.median)} 天内，九成在 ${n(of.ninetieth)} 天内（${n(of.cases)} 个请求）`
    case 'last-on':
      return `${day(of.on, 'zh-CN')}，${of.inTime ? '未逾期' : '已逾期'}`
    case 'coarse':
      return `${breakdown.share(of.share)}（${breakdown.people(of.people)}）`
    case 'people':
      if (of.atLeast > 0) return `${breakdown.people(of.atLeast)}（以 ${n(of.fewerThan)} 为一级）`
      return of.before === null
        ? `不足 ${n(of.fewerThan)}`
        : `不足 ${n(of.fewerThan)}，上一半年度${breakdown.people(of.before)}：渠道是否为人所知、受人信任？`
    case 'jump':
      return `${of.triageWanted ? '需要研判：上升超出偶然' : '未见超出偶然的上升'}；上一批次 ${value(of.before)}，本批次 ${value(of.now)}`
    case 'withheld':
      return '不显示：可据此推算出其他分组'
    case 'ruled-out':
      return '不会发生'
    case 'unknown':
      return `未知：${missing[of.missing]}`
    case 'suppressed':
      return `不显示：不足 ${n(of.fewerThan)} 人`
  }
}

export const measures: Words = { ...measuresText, names, promises, indicators, evidence, value }
