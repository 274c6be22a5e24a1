import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

export const requests: Messages['reporting']['requests'] = {
  title: (open, overdue) => {
    if (open === 0) return '没有未办结的请求。'
    return overdue === 0
      ? `有 ${n(open)} 个请求未办结，均未逾期。`
      : `有 ${n(open)} 个请求未办结，其中 ${n(overdue)} 个逾期。`
  },
  lead: '人们在公开页面上提出的，或由我们登记的请求和投诉。作出决定的答复才停止计时。',
  empty: '请求来自公开页面：',
  open: '未办结，按到期日排列',
  closed: '近三年办结',
  columns: {
    urgency: '状态',
    kind: '类型',
    due: '到期日',
    received: '收到日期',
    step: '环节',
    last: '最后留言',
    closed: '办结日期',
    answered: '答复日期',
    outcome: '结果',
  },
  urgencies: {
    overdue: '已逾期',
    'due-soon': '即将到期',
    'in-time': '未到期',
    'no-term': '无期限',
    answered: '已答复',
  },
  laws: {
    china: '中国：15 个工作日',
    eu: '欧盟：一个月',
    'china-and-eu': '中国与欧盟：15 个工作日与一个月中较短者',
    other: '其他地方：30 天',
  },
  channel: '渠道',
  channels: {
    page: '公开页面',
    telephone: '电话',
    letter: '信件',
    'e-mail': '电子邮件',
    'branch-office': '门店',
  },
  recorded: '登记日期',
  noLaw: '没有法定期限。如果实为个人信息请求，期限自收到之日起算。',
  last: { person: '请求人', officer: '我们' },
  back: '全部请求',
  caseTitle: (kind, day) => `${kind}，${day}收到`,
  facts: '请求概况',
  law: '期限',
  contact: '答复寄往',
  anonymous: '匿名：凭案件码查看',
  contactGone: '已删除',
  dropped: (day) => `邮箱无人确认，已于${day}删除；凭案件码查看`,
  extended: '延期日期',
  checked: '邮箱确认日期',
  notChecked: '尚未确认',
  language: '语言',
  languages: { 'zh-CN': '中文', en: '英文' },
  conversation: '往来内容',
  gone: '内容已删除。',
  said: {
    message: (day) => `请求人，${day}`,
    question: (day) => `个人信息保护负责人提问，${day}`,
    answer: (day) => `个人信息保护负责人答复，${day}`,
    extension: (day) => `个人信息保护负责人说明延期原因，${day}`,
  },
  deletionTitle: '下一步：删除该人的信息',
  deletion: '请先在此页面按邮箱或客户编号删除旅客，再回到这里答复：',
  suppressionTitle: '下一步：停止发信',
  suppression: '请先在此页面停止向该邮箱发送调查邮件，再回到这里答复：',
  answer: {
    title: '答复',
    purpose: '这是',
    purposes: {
      answer: '作出决定的答复：停止计时',
      question: '提问或进展说明：继续计时',
    },
    asked: '提问已提交发送。',
    askAction: '发送提问',
    mailed: '答复会寄往已确认的邮箱，持有案件码的人也可以查看。',
    kept: '持有案件码的人可以查看答复。',
    unchecked: (day) =>
      `邮箱尚未确认，因此不会向它发信。到${day}仍无人确认，邮箱将被删除，您的答复由持有案件码的人查看。`,
    text: '您要写的内容',
    hint: '最多 2,000 字，请使用请求人的语言。如不同意，请说明理由。',
    empty: '请填写内容。',
    action: '发送答复',
    done: '答复已提交发送。',
  },
  extension: {
    title: '延长期限',
    lead: (day) => `复杂的请求可以延期一次，延至${day}。须在原期限届满前把新日期和原因告知请求人。`,
    reason: '延期原因',
    hint: '最多 2,000 字，请使用请求人的语言。',
    empty: '请填写原因。',
    action: '延长期限',
    confirmTitle: '确定延长期限？',
    confirm: (day) => `新的到期日是${day}。请求人会立即得到通知，此后不能再次延期。`,
  },
  close: {
    title: '办结请求',
    lead: '办结九十天后删除邮箱和内容；类型、日期和结果保留三年。',
    outcome: '结果',
    action: '办结',
    confirmTitle: '确定办结这个请求？',
    confirm: '办结后，您和请求人都不能再留言。此操作无法撤销。',
  },
}
