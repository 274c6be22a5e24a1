import type { Decision } from '@wayproof/scorecard/executive-summary'
import type { Messages } from '../../en.ts'

const roles: Readonly<Record<string, string>> = {
  officer: '隐私保护主管',
  'human-resources': '人力资源部门',
  'it-security': 'IT 安全团队',
  'customer-service': '客服部门',
  procurement: '采购部门',
  'case-handler': '举报受理人',
  auditor: '审计人员',
  executive: '高管',
  administrator: '系统管理员',
}

const spaced = (n: number | null) => (n === null ? '' : ` ${n} `)

function decision({ goal, because, missing }: Decision): string {
  switch (goal) {
    case 'policy-publication':
      return missing ? `在剩余 ${missing} 个平台公开现行隐私政策` : '补全公示平台清单，并公开现行隐私政策'
    case 'staff-training':
      return because === 'session-not-held'
        ? '确定补办季度全员培训的日期'
        : `批准为还没有通过的${spaced(missing)}名员工加开一场考试`
    case 'incident-reduction':
      return because === 'assessment-missing' ? '安排年度安全评估' : '泄露事件未降到目标以内，请批准加强安全措施'
    case 'customer-satisfaction':
      return because === 'improvement-missing' ? '根据客户反馈选定改进措施' : '客户满意度未达目标，请确定优先改进措施'
    case 'partner-audit':
      return because === 'plan-missing'
        ? '要求审核未通过的合作伙伴提交整改计划'
        : `暂停向未审核的${spaced(missing)}家合作伙伴共享数据，或书面接受风险`
  }
}

export const letters: Messages['letters'] = {
  sample: '示例数据：公司、人员和数据均为虚构。',
  contact: (organisation, email) => `${organisation}　联系邮箱：${email}`,
  roles,

  survey: {
    subject: (day) => `我们的隐私保护做得怎么样？诚邀您填写 3 分钟问卷（${day}截止）`,
    reminderSubject: (day) => `提醒：隐私保护问卷填写至${day}`,
    lastReminderSubject: (day) => `最后一次提醒：隐私保护问卷将于${day}截止`,
    kicker: (period) => `隐私保护调查 · ${period}`,
    headline: '我们的隐私保护做得怎么样？',
    reminderHeadline: '期待您对隐私保护的意见',
    why: (organisation) =>
      `您曾通过${organisation}出行。我们每半年请客户评价个人信息保护工作，您的意见将帮助我们决定改进什么。`,
    reminded: '我们之前给您发过邀请。如果您已经填写，感谢您的参与，请忽略本邮件。',
    remindedLast: (day) => `这是最后一次提醒，问卷${day}当天结束时截止。如果您已经填写，请忽略本邮件。`,
    testSubject: (subject) => `测试：${subject}`,
    test: '这是测试邮件：选项和按钮打开问卷预览，内容不会保存；退订链接无效。',
    check: (code) => `这是部署检查发出的邮件，校验码为 ${code}，请在运行检查的终端中输入。链接在检查结束后失效。`,
    effort: (day) => `只需 3 分钟，${day}截止。参加自愿，不影响您的任何预订。`,
    optionLinks: '点选后打开问卷并选好该项，您可以更改，提交后才算作答。',
    button: '填写问卷',
    didHeading: '客户的意见，我们的改进',
    did: '根据上一次调查，我们决定：',
    keptHeading: '我们保存的内容',
    kept: (k) => [
      '您的答卷与姓名、邮箱分开保存，不记录作答时间。',
      '调查截止后，所有能从答卷对应到个人的信息都会删除。',
      `不足 ${k} 人的结果不公布；意见中的个人信息会被遮盖，调查截止后仅由个人信息保护负责人阅读。`,
    ],
    personal: '链接仅供您本人使用，请勿转发本邮件。',
    unsubscribe: '不想再收到调查邮件？',
    unsubscribeLink: '退订',
  },

  summary: {
    subject: (period, headline) => `${period}隐私保护记分卡：${headline}`,
    kicker: (period) => `隐私保护记分卡 · ${period}`,
    asked: (n) => (n === 0 ? '没有需要您决定的事项。' : `有 ${n} 项需要您决定。`),
    noValue: '暂无数据',
    decisionsHeading: '需要您决定的事项',
    decisionLead: (goal) => `${goal}：`,
    decisionAsked: (requestedDecision) => `${decision(requestedDecision)}。`,
    decision: (requestedDecision, _owner, ownerName) => `${decision(requestedDecision)}（负责部门：${ownerName}）。`,
    improvementsHeading: '客户的意见，我们的改进',
    noImprovement: '本半年度还没有根据客户反馈选定改进措施。',
    cameOfHeading: '上半年度措施的完成情况',
    cameOf: (action, state, outcome) => `${action}：${state}。${outcome}`,
    button: '打开记分卡',
    asOf: (counted, rules) => `${counted} · 规则版本 ${rules}`,
    reader: '您在隐私保护记分卡的收件人名单上，因此收到本邮件。',
  },

  rightsCode: {
    subject: (code) => `验证码：${code}`,
    kicker: '您的权利',
    headline: (code) => code,
    why: (organisation) =>
      `我们收到一份提交给${organisation}的个人信息请求，并留了这个邮箱。如果是您本人，请在提交页面填写验证码。`,
    how: '验证码 30 分钟内有效，最多可试 5 次。如果页面已关闭，请打开下面的页面，凭查询码继续。',
    unexpected: '如果不是您本人，请忽略本邮件：没有验证码，我们不会提供任何信息。',
    button: '打开请求',
  },

  rightsMessage: {
    subject: {
      answer: (organisation) => `${organisation}已答复您的请求`,
      question: (organisation) => `关于您的请求，${organisation}需要您补充信息`,
      extension: (organisation) => `您的请求需要延期答复（${organisation}）`,
    },
    kicker: '您的权利',
    headline: {
      answer: '您的请求已有答复',
      question: '请补充信息',
      extension: '您的请求需要延期答复',
    },
    newDue: (day) => `我们最晚会在${day}答复，原因如下。`,
    why: (organisation) => `${organisation}个人信息保护负责人：`,
    reply: '凭查询码，您可以在下面的页面再次查看并留言。请不要直接回复本邮件。',
    button: '打开请求',
    reader: '您向我们提交了请求并确认了邮箱，因此收到本邮件。',
  },

  rightsArrived: {
    subject: (n, written, day) => {
      if (n === 0) return `${day}有 ${written} 件请求收到新留言`
      return written === 0
        ? `${day}收到 ${n} 件请求或投诉`
        : `${day}收到 ${n} 件请求或投诉，另有 ${written} 件收到新留言`
    },
    kicker: '请求与投诉',
    headline: (n, written) => (n === 0 ? `${written} 件请求有新留言` : `${n} 件请求待答复`),
    written: '较早的请求收到新留言',
    item: (kind, law, due) => `${kind}，最晚${due}答复（${law}）`,
    itemWithoutTerm: (kind) => `${kind}，无法定期限`,
    more: (n) => `另有 ${n} 件。`,
    next: '请在请求页面查看内容，本邮件不含请求内容。',
    button: '打开请求',
    reader: '您的角色负责答复请求与投诉，因此收到本邮件。',
  },

  wavePaused: {
    subject: (period: string) => `${period}调查邮件已暂停发送`,
    kicker: (period: string) => `隐私保护调查 · ${period}`,
    headline: '调查邮件已暂停发送',
    bounces: (refused: string, tried: string) =>
      `${tried} 封邮件中有 ${refused} 封被退回或拒收，超过 5%。为保护发件信誉，已自动暂停发送。`,
    complaints: (complained: string, delivered: string) =>
      `${delivered} 封送达的邮件中有 ${complained} 封被举报为垃圾邮件，超过 0.3%。为保护发件信誉，已自动暂停发送。`,
    next: '客户仍可作答。请查明原因，再到“满意度调查”页恢复发送；不会重复发送。',
    button: '打开满意度调查',
  },

  mailServerTest: {
    subject: '测试邮件：邮件服务器工作正常',
    kicker: '邮件服务器',
    headline: '邮件可以送达',
    arrived: '这是一封测试邮件。您能收到，说明邮件服务器可以发送并送达我们的邮件。',
    opening: (period, day) => `${period}调查将于${day}发起，邀请邮件也将这样发送。`,
    button: '打开设置',
    asked: '您要求发送测试邮件，因此收到本邮件。',
    reader: '您是隐私保护主管，因此收到本邮件。发起调查前 7 天和前 1 天各发送一封。',
  },

  openingQuestion: {
    subject: (period) => `待决定：${period}调查未按计划发起`,
    kicker: '调查计划',
    headline: (period) => `${period}调查未发起`,
    reasons: {
      'not-approved': '两名隐私保护主管尚未批准本次发起，或批准后计划有变。没有发送任何邀请邮件。',
      late: '到期时系统未运行或调查计划已停用，已逾期 7 天以上。没有发送任何邀请邮件。',
      'checklist-incomplete': '发起前的检查项未齐备。没有发送任何邀请邮件。',
      'no-questionnaire': '没有可用的问卷。没有发送任何邀请邮件。',
      'no-eligible-travelers': '本半年度没有符合调查条件的客户，请先导入客户。',
      'close-date-invalid': '截止日期已过。没有发送任何邀请邮件。',
      'too-few-invited': '可邀请的客户少于最少邀请人数，没有发送任何邀请邮件。请先导入更多客户。',
      'sample-size-invalid': '样本量无效。没有发送任何邀请邮件。',
    },
    lackingHeading: '还缺',
    lacking: {
      'basis-profiles': '对各地适用规则的确认',
      notice: '隐私政策版本',
      assessment: '个人信息保护影响评估及其日期',
      backups: '备份保留天数（不超过 30 天）',
      'persons-abroad': '向境外提供个人信息的人数',
      'mail-server': '近 30 天内成功接收邮件的邮件服务器',
    },
    asked: '请到“满意度调查”页立即发起，或跳过本期。决定前不会发送任何邮件。',
    button: '前往处理',
    reader: '您是隐私保护主管，因此收到本邮件。',
  },

  userInvitation: {
    subject: (organisation) => `${organisation}隐私保护记分卡：您的访问邀请`,
    kicker: '隐私保护记分卡',
    headline: (role) => `邀请您加入，角色：${role}`,
    why: (organisation) => `${organisation}每半年评定 5 项隐私保护目标。您可以查看各项结果和依据。`,
    how: (until) => `请点击按钮设置密码。链接${until ?? '限时有效'}，只能使用一次。`,
    until: (moment, timeZone) => `有效期至 ${moment}（${timeZone}）`,
    unexpected: '如果您不知道这份邀请，请忽略本邮件：不打开链接就不会创建账号。',
    button: '接受邀请',
  },

  readerAdded: {
    kicker: '访问权限',
    role: (role) => `角色：${role}`,
    officer: {
      subject: (name, organisation) => `${name}现可查看${organisation}的隐私保护成绩单`,
      headline: (name) => `${name}现可查看数据`,
      unexpected: '如果您不清楚原因，请在“人员”页查看此账号，并在该页撤销。',
      button: '查看人员',
      reader: '您是隐私保护主管，因此收到本邮件。',
    },
    own: {
      subject: (_, organisation) => `您现可查看${organisation}的隐私保护成绩单`,
      headline: () => '您现可查看数据',
      unexpected: '如果不是您本人设置此账号，请立即告知隐私保护主管。',
      button: '打开仪表板',
      reader: '以您的名义设置或更改了账号，因此您收到本邮件。',
    },
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
