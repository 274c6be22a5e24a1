import type { Decision } from '@wayproof/scorecard'
import type { Messages } from '../../en.ts'

const roles: Readonly<Record<string, string>> = {
  officer: '个人信息保护负责人',
  'human-resources': '人力资源部代表',
  'it-security': '信息安全部代表',
  'customer-service': '客户服务部代表',
  procurement: '采购部代表',
  'case-handler': '举报受理人',
  auditor: '审计人员',
  executive: '管理者',
  administrator: '系统管理员',
}

const spaced = (n: number | null) => (n === null ? '' : ` ${n} `)

function decision({ goal, because, missing }: Decision): string {
  switch (goal) {
    case 'policy-publication':
      return missing ? `责成在缺失的 ${missing} 个渠道公示现行隐私政策` : '责成补全公示渠道清单，并逐一公示现行隐私政策'
    case 'staff-training':
      return because === 'session-not-held'
        ? '确定补办季度全员培训的日期'
        : `批准为尚未通过的${spaced(missing)}名员工加开一场考试`
    case 'incident-reduction':
      return because === 'assessment-missing' ? '安排年度安全评估' : '批准进一步的安全措施：信息泄露事件未降到目标以内'
    case 'customer-satisfaction':
      return because === 'improvement-missing'
        ? '从客户反馈中选定一项改进措施'
        : '确定优先落实的改进措施：客户满意度低于承诺'
    case 'partner-audit':
      return because === 'plan-missing'
        ? '要求审核未通过的合作伙伴提交整改计划'
        : `暂停向未审核的${spaced(missing)}家合作伙伴共享数据，直至完成审核；或书面接受风险`
  }
}

export const letters: Messages['letters'] = {
  sample: '示例数据：公司、人员与数字均为虚构。',
  contact: (organisation, email) => `${organisation}　联系邮箱：${email}`,
  roles,

  survey: {
    subject: (day) => `我们把您的隐私保护得怎么样？三分钟问卷，${day}截止`,
    reminderSubject: (day) => `提醒：隐私保护调查将于${day}截止`,
    kicker: (period) => `隐私保护调查 · ${period}`,
    headline: '我们把您的隐私保护得怎么样？',
    reminderHeadline: '我们仍想听听您对隐私保护的看法',
    why: (organisation) =>
      `您曾通过${organisation}出行。我们每半年请客户评价个人信息保护得如何，并根据答案决定改进什么。`,
    reminded: '我们此前曾为此致信。如果您已经作答，谢谢，无须再做什么。',
    remindedLast: (day) => `这是最后一次提醒：问卷填写至${day}当天结束为止。如果您已经作答，谢谢，无须再做什么。`,
    testSubject: (subject) => `测试：${subject}`,
    test: '这是发给个人信息保护负责人的测试信：按钮打开问卷的预览，不会保存任何内容；退订链接无效。',
    effort: (day) => `只需三分钟。是否参加由您自愿决定，不影响您的任何预订。调查于${day}截止。`,
    button: '填写问卷',
    didHeading: '旅客的意见，我们的改进',
    did: '根据上一次调查的答案，我们决定：',
    keptHeading: '我们留存什么',
    kept: (k) => [
      '您的答案，与姓名、邮箱分开存放，也不记录作答时间。',
      '调查截止后，凡能从答案追溯到个人的信息一律删除。',
      `不足 ${k} 人的结果一律不予显示；意见遮盖个人信息，调查截止后仅由个人信息保护负责人阅读。`,
    ],
    personal: '链接仅供您本人使用，请勿转发此信。',
    unsubscribe: '不想再收到调查邮件：',
    unsubscribeLink: '退订',
  },

  summary: {
    subject: (period, headline) => `${period}隐私保护记分卡：${headline}`,
    kicker: (period) => `隐私保护记分卡 · ${period}`,
    asked: (n) => (n === 0 ? '没有需要您决定的事项。' : `有 ${n} 项需要您决定。`),
    noValue: '暂无数字',
    decisionsHeading: '需要您决定的事项',
    decisionLead: (goal) => `${goal}：`,
    decisionAsked: (asked) => `${decision(asked)}。`,
    decision: (asked, _owner, ownerName) => `${decision(asked)}（负责部门：${ownerName}）。`,
    improvementsHeading: '旅客的意见，我们的改进',
    noImprovement: '尚未从本半年度的回答中选定改进措施。',
    cameOfHeading: '上一半年度承诺事项的结果',
    cameOf: (action, state, outcome) => `${action}：${state}，${outcome}`,
    button: '打开记分卡',
    asOf: (counted, rules) => `${counted} · 规则版本 ${rules}`,
    reader: '您是隐私保护记分卡的指定读者，因此收到此信。',
  },

  rightsCode: {
    subject: (code) => `您的请求验证码：${code}`,
    kicker: '您的权利',
    headline: (code) => code,
    why: (organisation) =>
      `有人向${organisation}提交了与个人信息有关的请求，并留下了这个邮箱。如果是您本人，请在提交请求的页面上填写以上验证码。`,
    how: '验证码三十分钟内有效，最多可试五次。如果该页面已经关闭，请打开下面的页面，凭案件码继续。',
    unexpected: '如果不是您本人，不必理会：没有验证码，我们不会向任何人透露任何内容。',
    button: '打开请求',
  },

  rightsMessage: {
    subject: {
      answer: (organisation) => `${organisation}对您的请求的答复`,
      question: (organisation) => `${organisation}就您的请求有一个问题`,
      extension: (organisation) => `${organisation}需要更多时间处理您的请求`,
    },
    kicker: '您的权利',
    headline: {
      answer: '您的请求已有答复',
      question: '关于您的请求，有一个问题',
      extension: '您的请求需要更长时间',
    },
    newDue: (day) => `我们现在最迟于${day}答复，原因见下。`,
    why: (organisation) => `${organisation}的个人信息保护负责人来信如下：`,
    reply: '凭案件码，您可以在下面的页面上再次查看并继续留言。请勿直接回复此信。',
    button: '打开请求',
    reader: '您向我们提交了请求，并确认了这个邮箱，因此收到此信。',
  },

  rightsArrived: {
    subject: (n, written, day) => {
      if (n === 0) return `${day}有 ${written} 件请求收到新留言`
      return written === 0
        ? `${day}收到 ${n} 件请求或投诉`
        : `${day}收到 ${n} 件请求或投诉，另有 ${written} 件收到新留言`
    },
    kicker: '请求与投诉',
    headline: (n, written) => (n === 0 ? `${written} 件请求有新留言` : `${n} 件请求等待答复`),
    written: '较早的请求收到新留言',
    item: (kind, law, due) => `${kind}，最迟于${due}答复（${law}）`,
    itemWithoutTerm: (kind) => `${kind}，无法定期限`,
    more: (n) => `另有 ${n} 件。`,
    next: '请求的内容请在请求页面查看，本信不含其中任何内容。',
    button: '打开请求',
    reader: '您是个人信息保护负责人，因此收到此信。',
  },

  wavePaused: {
    subject: (period: string) => `${period}的调查已暂停寄信`,
    kicker: (period: string) => `隐私保护调查 · ${period}`,
    headline: '调查已停止寄信',
    bounces: (refused: string, tried: string) =>
      `${tried} 封邮件中有 ${refused} 封被退回或拒收，超过 5%。继续寄送会损害发件人的信誉，因此调查已自动暂停。`,
    errors: '连续二十封邮件无法交给邮件服务器，因此调查已自动暂停。',
    next: '仍然接受回答。请查明原因，然后在“调查批次”页面恢复寄信：不会有人收到重复的邮件。',
    button: '打开调查批次',
  },

  mailServerTest: {
    subject: '测试信：邮件服务器工作正常',
    kicker: '邮件服务器',
    headline: '邮件可以送达',
    arrived: '这是一封测试信。您能读到它，说明邮件服务器可以收下并送达我们的邮件。',
    opening: (period, day) => `${period}调查批次将于${day}开启，邀请邮件也将这样寄出。`,
    button: '打开设置',
    asked: '您要求寄送测试信，因此收到此信。',
    reader: '您是个人信息保护负责人，因此收到此信。批次开启前 7 天和前 1 天各寄一封。',
  },

  openingQuestion: {
    subject: (period) => `请决定：${period}隐私保护调查尚未开启`,
    kicker: '调查计划',
    headline: (period) => `${period}调查批次尚未开启`,
    reasons: {
      late: '到期时程序未能运行或调查计划已停用，至今已晚七天以上。尚未给任何旅客写信。',
      'checklist-incomplete': '开启前的核对事项未齐备。尚未给任何旅客写信。',
      'no-questionnaire': '没有可用的问卷。尚未给任何旅客写信。',
      'no-eligible-travelers': '本半年度没有可以询问的旅客，请先导入旅客。',
      'close-date-invalid': '关闭日期已过。尚未给任何旅客写信。',
      'sample-size-invalid': '样本人数不可用。尚未给任何旅客写信。',
    },
    lackingHeading: '尚缺',
    lacking: {
      'basis-profiles': '对现行依据规则的确认',
      notice: '隐私告知的版本',
      assessment: '已存档的个人信息保护影响评估及其日期',
      backups: '备份失效天数（不超过 30 天）',
      'persons-abroad': '信息出境涉及的人数',
      'mail-server': '近 30 天内收下过邮件的邮件服务器',
    },
    asked: '请在调查批次页面立即开启，或略过本次。在您决定之前不会寄出任何信件。',
    button: '去决定',
    reader: '您是个人信息保护负责人，因此收到此信。',
  },

  userInvitation: {
    subject: (organisation) => `${organisation}隐私保护记分卡：您的访问邀请`,
    kicker: '隐私保护记分卡',
    headline: (role) => `邀请您以“${role}”身份加入`,
    why: (organisation) =>
      `${organisation}每半年评定五项隐私保护目标。您可以查看各项目标的进展，以及每个数字背后的依据。`,
    how: (until) => `请点击下面的按钮设置密码。链接只能使用一次，${until ?? '且在限期内有效'}。`,
    until: (moment, timeZone) => `有效期至 ${moment}（${timeZone}）`,
    unexpected: '如果您并未预期收到此信，不必理会：不打开链接，就不会建立任何账户。',
    button: '接受邀请',
  },

  passwordReset: {
    subject: (organisation) => `${organisation}隐私保护记分卡：重设密码`,
    kicker: '隐私保护记分卡',
    headline: '重设密码',
    how: (moment, timeZone) =>
      `我们收到了重设密码的申请。请点击下面的按钮设置新密码。链接只能使用一次，有效期至 ${moment}（${timeZone}）。`,
    ends: '设置新密码后，您的所有登录会话都会结束。',
    button: '设置新密码',
    unexpected: '如果不是您本人申请，请忽略本邮件：密码不会改变。',
  },
}
