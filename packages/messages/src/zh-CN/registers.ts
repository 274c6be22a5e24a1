import type { RegisterId, RegisterRows } from '@wayproof/evidence'
import type { TravelerField } from '@wayproof/survey'
import { cellFault, fileFault, rowFault } from './register-faults.ts'
import { registerFields } from './register-fields.ts'

const names: Record<RegisterId, string> = {
  'staff-roles': '员工名册',
  'staff-leave': '员工休假',
  'training-completions': '课程完成情况',
  'exam-attempts': '考试记录',
  'training-sessions': '季度全员培训',
  partners: '合作方',
  'partner-audits': '合作方审计',
  incidents: '信息泄露事件',
  'incident-notices': '事件通报',
  'security-assessments': '安全评估',
  'policy-versions': '隐私政策版本',
  'policy-surfaces': '公示渠道',
  'policy-pages': '公示页面',
  'policy-checks': '公示核验',
  'collection-points': '信息收集点',
  'partner-agreements': '合作方协议',
  'privacy-meetings': '隐私例会',
  systems: '信息系统',
  'security-scans': '漏洞扫描',
  bookings: '每月订单',
}

/** What each column of a register's own file is for. */
type Columns = { readonly [Id in RegisterId]: Record<keyof RegisterRows[Id], string> } & {
  readonly travelers: Record<TravelerField, string>
}

const columns: Columns = {
  travelers: {
    customerNumber: '客户编号，无需姓名',
    email: '电子邮箱',
    locale: '语言，如 zh-CN 或 en',
    tripType: '出行类型',
    channel: '销售渠道',
    region: '地区',
    lastTrip: '最近一次出行的月份，如 2026-03',
    adult: '确认成年填 yes，其他人不邀请',
    residence: '居住国家，如 CN 或 DE，两国都适用写 CN DE；留空为未知',
    basis: 'consent（同意）或 soft-opt-in（客户关系例外）；没有则留空，不邀请',
    basisWording: '当时出示的文本版本',
    basisNamesSurveys: '文本写明调查填 yes；中国要求写明',
    basisNotice: '客户关系例外已留存告知证明填 yes',
    basisSource: '记录依据的系统或表单',
    basisDate: '取得依据的日期',
  },
  'staff-roles': {
    number: '工号，无需姓名',
    role: '岗位；同一工号的多个岗位算一人',
    unit: '部门',
    startDay: '入职日',
    endDay: '最后工作日，在职则留空',
  },
  'staff-leave': {
    number: '工号',
    fromDay: '休假首日',
    toDay: '休假末日',
  },
  'training-completions': {
    number: '工号',
    completedAt: '完成全部课程的时间，须带时区',
  },
  'exam-attempts': {
    number: '工号',
    takenAt: '考试时间，须带时区',
    score: '成绩，0 到 100 分，取最好一次',
  },
  'training-sessions': {
    quarter: '季度，如 2026-Q1',
    heldOn: '举办日期，须在该季度内',
  },
  partners: {
    id: '编号，不得重复',
    name: '名称',
    service: '提供的服务',
    processesPersonalData: '是否处理客户个人信息：yes 或 no',
    onboarded: '合作开始日',
    offboarded: '合作终止日，合作中则留空',
  },
  'partner-audits': {
    partnerId: '合作方编号',
    reportDate: '审计报告日期',
    result: 'pass（通过）或 fail（未通过）',
    fullScope: '是否全面审计：yes 或 no',
    evidenceClass: 'self-declared（自行声明）、document（书面材料）、certificate（认证证书）或 on-site（现场审计）',
    correctivePlanOn: '未通过时，整改计划的到期日',
  },
  incidents: {
    id: '编号，不得重复；同一根本原因算一起事件',
    title: '事件简述',
    occurred: '发生时间，可精确到年、月或日',
    discovered: '公司知悉事件的时间，须带时区；法定时限由此起算',
    confirmed: '确认时间，可精确到年、月或日；按确认年份统计',
    disclosure: '是否泄露：yes（是）、potentially（可能）、no（否）或 unknown（不明）',
    customerData: '是否涉及客户信息：yes 或 no',
    state: 'confirmed（已确认）、suspected（疑似）或 rejected（已排除）',
    severity: 'ordinary（一般）、larger（较大）、major（重大）或 extraordinary（特别重大）',
    cause:
      'hacking（黑客攻击）、malware（恶意软件）、social（社会工程）、misuse（滥用权限）、error（操作失误）、physical（物理窃取）、environmental（环境因素）或 unknown（不明）',
    dataClasses: '涉及的信息类别，如 name|contact|payment',
    partnerId: '由合作方造成时，填写其编号',
    records: '涉及的记录数下限，不明则留空',
    recordsTo: '涉及的记录数上限，不明则留空',
  },
  'incident-notices': {
    incidentId: '事件编号',
    duty: 'gdpr-33、gdpr-34、pipl-57、cn-report-4h、cn-report-2h 或 cn-report-1h',
    wanted: '法律是否要求通报：yes 或 no',
    notifiedAt: '通报时间，须带时区；未通报则留空',
    facts: '通报中告知的内容，如 nature|people|contact',
    reference: '受理方的编号',
    reason: '无须通报或迟报的理由',
  },
  'security-assessments': {
    id: '编号，不得重复',
    performedOn: '评估日期',
    fullScope: '是否全面评估：yes 或 no',
  },
  'policy-versions': {
    version: '版本号，与政策所示一致',
    approvedOn: '批准日期',
    effectiveOn: '生效日期；自批准之日生效则留空',
  },
  'policy-surfaces': {
    id: '编号，不得重复',
    name: '名称',
    kind: 'website（网站）、app（应用）、mini-programme（小程序）、ota-page（在线旅行平台页面）、branch（门店）或 call-centre（呼叫中心）',
    url: '政策页面地址，没有则留空',
    languages: '须公示的语言，如 zh-CN|en',
    collectsPersonalData: '是否收集个人信息：yes 或 no',
    activeFrom: '启用日',
    activeTo: '停用日，使用中则留空',
  },
  'policy-pages': {
    surfaceId: '公示渠道编号',
    language: '页面语言，如 zh-CN',
    url: '页面地址；须人工核验则留空',
  },
  'policy-checks': {
    surfaceId: '公示渠道编号',
    languages: '看到该版本的语言，如 zh-CN|en',
    version: '看到的版本',
    publishedOn: '公示开始日',
    checkedOn: '核验日期',
  },
  'collection-points': {
    pointId: '表单编号',
    form: '表单名称',
    place: 'online（线上）或 offline（线下）',
    field: '表单字段，每字段一行',
    mandatory: '是否必填：yes 或 no',
    needed: '实现目的是否离不开该字段：yes 或 no',
    purpose: '收集目的',
    noticeVersion: '表单告知所依据的政策版本，没有则留空',
    checkedOn: '核查日期',
  },
  'partner-agreements': {
    partnerId: '合作方编号',
    signedOn: '签署日期',
    expiresOn: '最后有效日，长期有效则留空',
  },
  'privacy-meetings': {
    heldOn: '会议日期',
    minutes: '是否有会议纪要：yes 或 no',
    actionsAgreed: '议定事项数',
    actionsClosed: '其中已完成的事项数',
  },
  systems: {
    id: '编号，不得重复',
    name: '名称',
    customerData: '是否存有客户信息：yes 或 no',
    encryptedAtRest: '存储是否加密：yes 或 no',
    encryptedInTransit: '传输是否加密：yes 或 no',
    checkedOn: '核查日期',
  },
  'security-scans': {
    id: '编号，不得重复',
    kind: 'scan（漏洞扫描）或 penetration-test（渗透测试）',
    performedOn: '扫描日期',
  },
  bookings: {
    month: '月份，如 2026-03',
    channel: '销售渠道',
    count: '订单数',
  },
}

export const registers = { names, columns, ...registerFields, fileFault, rowFault, cellFault }
