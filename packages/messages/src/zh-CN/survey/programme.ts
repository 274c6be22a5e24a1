import type { BasisProfile } from '@wayproof/survey/travelers/legal-basis'
import type { programme as english } from '../../en/survey/programme.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

const reasons: Readonly<Record<string, string>> = {
  'not-adult': '未确认成年',
  'no-basis': '缺少合法性基础',
  unsubscribed: '已退订',
  bounced: '曾退信',
  complained: '曾举报垃圾邮件',
  erased: '已删除',
  budget: '已达发信上限',
  answered: '已提交',
  objected: '拒绝接收',
  suppressed: '在停发名单中',
  'address-changed': '邀请后更换了邮箱',
  refused: '邮件被拒收',
  'invitation-waits': '邀请待发送',
  'reminder-waits': '提醒待发送',
  'reminded-twice': '已提醒两次',
  'too-soon': '距上一封邮件太近',
  'recipient gone': '已不在台账中',
  'wave-closed': '调查已截止',
  other: '其他',
}

const ways = { consent: '同意', 'soft-opt-in': '既有客户关系' } as const
const conditions = { namesSurveys: '写明用于调查', noticeGiven: '有收集邮箱时已告知的证明' } as const

const way = ({ kind, conditions: basisConditions }: BasisProfile['ways'][number]) =>
  basisConditions.length === 0
    ? ways[kind]
    : `${ways[kind]}（${basisConditions.map((condition) => conditions[condition]).join('，')}）`
const profile = ({ countries, ways: each }: BasisProfile) => {
  const places = new Intl.DisplayNames('zh-CN', { type: 'region' })
  return `${countries.map((code) => places.of(code)).join('、')}：${each.map(way).join('，或')}。`
}

export const programme: typeof english = {
  title: '调查计划',
  runs: '每个半年度自动发起调查',
  runsHint: '1 月和 7 月首个工作日 9:00。',
  mode: '调查范围',
  size: '样本量',
  sizeHint: (link) => `可调查人数不足时，调查全部。所需人数见${link}。`,
  sizeLink: '样本量计算器',
  asks: (mode, size) =>
    ({
      census: '将调查全部客户。',
      sample: `将随机抽取 ${n(size ?? 0)} 人。`,
      stratified: `将分层抽取 ${n(size ?? 0)} 人。`,
    })[mode],
  daysOpen: '调查天数',
  firstReminder: '首次提醒（邀请后天数）',
  lastReminder: '最后提醒（邀请后天数）',
  remindersHint: '自本人收到邀请起算，两次提醒至少间隔 3 天。',
  letterLimit: '每人邮件上限',
  letterLimitHint: '每个半年度 1 至 3 封。',
  smallestWave: '最少邀请人数',
  smallestWaveHint: '不足此人数不能发起调查。人数越少，每个人的回答越难隐藏。',
  holidays: '本企业休息日',
  holidaysHint: '格式如 2027-01-04，以空格分隔。系统已知的法定节假日无需填写，其他年份请在此填写。',
  holidaysWrong: '请按 2027-01-04 的格式填写，以空格分隔。',
  range: (least, most) => `请填写 ${n(least)} 至 ${n(most)} 之间的整数。`,
  next: (period, day) => `${period}调查将于${day}发起。`,
  nextTitle: '下一期调查',
  paused: '调查计划已暂停，不会自动发起调查。',
  stopped: '调查计划未启用，不会自动发起调查。',
  plan: '前往设置',
  oneAtATime: (period, day) => `${period}调查${day}截止。同时只能进行一期，截止前不能发起其他调查。`,
  ifSwitchedOn: {
    opens: (period, due) => `${period}调查原定${due}发起。保存后，如检查项齐备，将在 1 分钟内发起并发送邀请。`,
    asks: (period, due) => `${period}调查原定${due}发起，已逾期 7 天以上。保存后请选择发起或跳过。`,
  },
  notArranged: '该年节假日安排还没有公布，目前只计周末和固定日期的节日。',
  checklist: {
    title: '发起前检查',
    basisProfiles: (version) => `各地适用规则无误（第 ${version} 版）`,
    basisProfilesHint: (profiles) => [...profiles.map(profile), '其他国家或居住国不明：须同时满足以上各项。'].join(''),
    notice: '隐私政策版本',
    assessment: '个人信息保护影响评估日期',
    backups: '备份保留天数',
    backupsHint: '不超过 30 天，期间的备份仍可识别个人。',
    abroad: '向境外提供个人信息的人数',
    abroadHint: '含邮件服务商。',
    confirm: '确认',
    confirmed: (day) => `${day}确认，确认人`,
    doesNotHold: (missingItems) => `已保存，还缺 ${n(missingItems)} 项。`,
    lackingTitle: '检查项未齐备，不能发起调查。',
    lacking: {
      'basis-profiles': '还没有确认各地适用规则。',
      notice: '缺少隐私政策版本。',
      assessment: '缺少影响评估，或其日期在今天之后。',
      backups: '备份保留天数不能超过 30 天。',
      'persons-abroad': '缺少向境外提供个人信息的人数。',
      'mail-server': '近 30 天没有邮件服务器接收过邮件。请给自己发送一封测试邮件。',
    },
    fill: '前往设置填写',
  },
  approval: {
    needed: '每次自动发起都须由另一名隐私保护主管批准。',
    ask: '提请审批',
    waits: '本次发起正在等待审批。',
    approved: '两名隐私保护主管已批准本次发起。计划、问卷或改进措施有变时须重新审批。',
    show: '查看审批',
  },
  question: {
    title: (period) => `${period}调查未发起`,
    reasons: {
      'not-approved': '两名隐私保护主管尚未批准本次发起，或批准后计划有变。',
      late: '到期时系统未运行或计划已停用，已逾期 7 天以上。没有发送任何邀请邮件。',
      'checklist-incomplete': '检查项未齐备。没有发送任何邀请邮件。',
      'no-questionnaire': '当时没有问卷。',
      'no-eligible-travelers': '当时没有符合调查条件的客户。',
      'close-date-invalid': '截止日期已过。',
      'too-few-invited': '可邀请的客户少于最少邀请人数。',
      'sample-size-invalid': '样本量无效。',
    },
    due: (day) => `原定${day}发起。请立即发起，或跳过本期。`,
    open: {
      action: '立即发起',
      confirmTitle: '立即发起这期调查？',
      confirm: (day) => `将按调查计划发送邀请，${day}截止。`,
    },
    leaveOut: {
      action: '跳过本期',
      confirmTitle: '跳过这期调查？',
      confirm: () => '跳过后本半年度没有满意度数据，之后仍可手动发起。',
    },
  },
  skips: {
    title: '未发送人数及原因',
    titleAhead: '不发送人数及原因',
    atClose: '提醒邮件为调查截止时的情况。',
    answeredOf: (withdrawn) => `已提交，其中 ${n(withdrawn)} 人后来撤回`,
    letter: '邮件',
    stage: { invitation: '邀请', reminder: '再次提醒' },
    reason: '原因',
    count: '客户',
    reasons,
  },
  mail: {
    title: '邮件发送方式',
    server: '最近 30 天内，邮件服务器接收过邮件。',
    none: '最近 30 天内，没有邮件服务器接收过邮件。接收之前不会发起调查。',
    folder: '邮件写入文件夹，不发送给任何人。发起前检查已接受这种方式。',
    chosen: (day) => `${day}选定，选定人`,
    test: {
      action: '给我发送测试邮件',
      waits: '测试邮件正在等待邮件服务器接收。',
      accepted: '邮件服务器已接收测试邮件。',
      written: '测试邮件已写入文件夹，未发送。请由服务器运维人员在调度程序的设置中填写邮件服务器。',
      failed: '测试邮件未能发送。请将以下答复转告管理员：',
    },
    choose: {
      action: '改用文件夹，不用邮件服务器',
      confirmTitle: '将邮件写入文件夹？',
      confirm:
        '没有邮件服务器时，所有邮件只写入服务器上的文件夹，客户收不到任何邮件。您的姓名和日期会记录下来。邮件服务器接收邮件后，此选择自动失效。',
    },
    takeBack: '不再写入文件夹',
  },
  testLetter: {
    title: '预览邮件和问卷',
    lead: '测试邮件只发给您本人，问卷内容不会保存。',
    kind: '邮件',
    kinds: {
      'survey-invitation': '邀请',
      'survey-reminder': '首次提醒',
      'survey-last-reminder': '最后一次提醒',
    },
    language: '邮件语言',
    action: '给我发送测试邮件',
    done: '正在给您发送测试邮件。',
    ended: '该语言已停用，未发送邮件。',
  },
}
