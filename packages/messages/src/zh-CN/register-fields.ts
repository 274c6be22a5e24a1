import type { RegisterId, RegisterRows } from '@wayproof/evidence'

/** Short names of the fields, as heads of columns and labels. */
const fields: { readonly [Id in RegisterId]: Record<keyof RegisterRows[Id], string> } = {
  'staff-roles': { number: '工号', role: '岗位', unit: '部门', startDay: '入职日', endDay: '最后工作日' },
  'staff-leave': { number: '工号', fromDay: '开始', toDay: '结束' },
  'training-completions': { number: '工号', completedAt: '完成时间' },
  'exam-attempts': { number: '工号', takenAt: '考试时间', score: '成绩' },
  'training-sessions': { quarter: '季度', heldOn: '举办日期' },
  partners: {
    id: '编号',
    name: '名称',
    service: '服务',
    processesPersonalData: '处理客户信息',
    onboarded: '合作开始',
    offboarded: '合作终止',
  },
  'partner-audits': {
    partnerId: '合作方',
    reportDate: '报告日期',
    result: '结论',
    fullScope: '全面审计',
    evidenceClass: '证据类别',
    correctivePlanOn: '整改到期日',
  },
  incidents: {
    id: '编号',
    title: '事件',
    occurred: '发生时间',
    confirmed: '确认时间',
    disclosure: '是否泄露',
    customerData: '涉及客户信息',
    state: '状态',
    partnerId: '合作方',
    records: '记录数',
  },
  'security-assessments': { id: '编号', performedOn: '评估日期', fullScope: '全面评估' },
  'policy-versions': { version: '版本', approvedOn: '批准日期', effectiveOn: '生效日期' },
  'policy-surfaces': {
    id: '编号',
    name: '名称',
    kind: '类型',
    url: '地址',
    languages: '语言',
    collectsPersonalData: '收集个人信息',
    activeFrom: '启用日',
    activeTo: '停用日',
  },
  'policy-pages': { surfaceId: '公示渠道', language: '语言', url: '地址' },
  'policy-checks': {
    surfaceId: '公示渠道',
    languages: '语言',
    version: '所见版本',
    publishedOn: '公示开始日',
    checkedOn: '核验日期',
  },
  bookings: { month: '月份', channel: '渠道', count: '订单数' },
}

/** What the allowed texts of a field mean. */
const values: Readonly<Record<string, string>> = {
  pass: '通过',
  fail: '未通过',
  'self-declared': '自行声明',
  document: '书面材料',
  certificate: '认证证书',
  'on-site': '现场审计',
  yes: '是',
  no: '否',
  potentially: '可能',
  unknown: '不明',
  confirmed: '已确认',
  suspected: '疑似',
  rejected: '已排除',
  website: '网站',
  app: '应用',
  'mini-programme': '小程序',
  'ota-page': '在线旅行平台页面',
  branch: '门店',
  'call-centre': '呼叫中心',
}

export const registerFields = { fields, values }
