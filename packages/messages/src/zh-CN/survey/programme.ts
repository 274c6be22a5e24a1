import type { BasisProfile } from '@wayproof/survey'
import type { programme as english } from '../../en/survey/programme.ts'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'zh-CN')

const reasons: Readonly<Record<string, string>> = {
  'not-adult': '未确认成年',
  'no-basis': '没有充分的处理依据',
  unsubscribed: '已退订',
  bounced: '邮箱退信',
  complained: '曾投诉',
  erased: '已删除',
  budget: '本半年度来信已够',
  answered: '已回答',
  objected: '拒绝来信',
  suppressed: '在停发名单中',
  'address-changed': '邀请后更换了邮箱',
  refused: '邮件被拒收',
  'invitation-waits': '邀请尚未寄出',
  'reminder-waits': '提醒尚未寄出',
  'reminded-twice': '已提醒两次',
  'too-soon': '距上一封信太近',
  'recipient gone': '已不在台账中',
  'wave-closed': '批次已先关闭',
  other: '其他',
}

const ways = { consent: '同意', 'soft-opt-in': '客户关系例外' } as const
const conditions = { namesSurveys: '写明用于调查', noticeGiven: '有收集邮箱时已告知的证明' } as const

const way = ({ kind, conditions: asked }: BasisProfile['ways'][number]) =>
  asked.length === 0 ? ways[kind] : `${ways[kind]}（${asked.map((condition) => conditions[condition]).join('，')}）`
const places = new Intl.DisplayNames('zh-CN', { type: 'region' })
const profile = ({ countries, ways: each }: BasisProfile) =>
  `${countries.map((code) => places.of(code)).join('、')}：${each.map(way).join('，或')}。`

export const programme: typeof english = {
  title: '调查计划',
  runs: '每个半年度自动开启调查批次',
  runsHint: '一月和七月的首个工作日上午九点。',
  mode: '每个批次询问的对象',
  size: '样本人数',
  sizeHint: '可以询问的人不足此数时，询问全部。需要多少人，见',
  sizeLink: '“调查批次”页的计算器',
  asks: (mode, size) =>
    ({
      census: '将询问全部可以询问的人。',
      sample: `将随机抽取 ${n(size ?? 0)} 人询问。`,
      stratified: `将分层抽取 ${n(size ?? 0)} 人询问。`,
    })[mode],
  daysOpen: '开放天数',
  firstReminder: '邀请后第几天首次提醒',
  lastReminder: '邀请后第几天再次提醒',
  remindersHint: '自各人收到的邀请算起，两次提醒至少相隔三天。',
  letterLimit: '每人至多收几封信',
  letterLimitHint: '一个批次之内、一个半年度之内均以此为限，一至三封。',
  holidays: '本单位休息日',
  holidaysHint: '写作 2027-01-04，以空格分开。法定节假日已包含。',
  holidaysWrong: '请写作 2027-01-04，以空格分开。',
  range: (least, most) => `请填写 ${n(least)} 至 ${n(most)} 之间的整数。`,
  next: (period, day) => `${period}调查批次将于${day}开启。`,
  nextTitle: '下一批次',
  paused: '调查计划已暂停：重新启用之前，不会自动开启批次。',
  stopped: '调查计划未启用：不会自动开启批次。',
  plan: '到“设置”中查看调查计划',
  oneAtATime: (period, day) =>
    `${period}调查批次填写至${day}当天结束为止。同一时间只开放一个批次：关闭之前，不能手动开启其他批次。`,
  ifSwitchedOn: {
    opens: (period, due) =>
      `${period}调查批次原定于${due}开启，当时计划已停用：保存后如核对事项齐备，将在一分钟内开启并寄出邀请。`,
    asks: (period, due) =>
      `${period}调查批次原定于${due}开启，当时计划已停用，已晚七天以上：保存后将请您决定开启或略过。`,
  },
  notArranged: '该年节假日安排尚未公布，目前只计周末和固定日期的节日。',
  checklist: {
    title: '开启前核对',
    basisProfiles: (version) => `依据规则无误（第 ${version} 版）`,
    basisProfilesHint: (profiles) => [...profiles.map(profile), '其他国家或居住国不明：须同时满足以上各项。'].join(''),
    notice: '隐私告知的版本',
    assessment: '已存档的影响评估日期',
    backups: '备份失效天数',
    backupsHint: '不超过 30 天：开放期间的备份仍能把回答对应到个人。',
    abroad: '信息出境涉及人数',
    abroadHint: '含邮件中继。',
    confirm: '确认',
    confirmed: (day) => `${day}确认，确认人`,
    doesNotHold: (lacking) => `已保存，但核对尚未齐备：还缺 ${n(lacking)} 项。`,
    lackingTitle: '核对齐备之前，批次不会开启。',
    lacking: {
      'basis-profiles': '尚未确认现行的依据规则。',
      notice: '缺少隐私告知的版本。',
      assessment: '缺少影响评估，或其日期在今天之后。',
      backups: '备份须在 30 天内失效。',
      'persons-abroad': '缺少信息出境涉及人数。',
      'mail-server': '近 30 天没有邮件服务器收下过邮件。请给自己寄一封测试信。',
    },
    fill: '到“设置”中填写',
  },
  question: {
    title: (period) => `${period}调查批次尚未开启`,
    reasons: {
      late: '到期时程序未运行或计划已停用，已晚七天以上。尚未给任何人写信。',
      'checklist-incomplete': '核对事项未齐备。尚未给任何人写信。',
      'no-questionnaire': '当时没有问卷。',
      'no-eligible-travelers': '当时没有可询问的人。',
      'close-date-invalid': '关闭日期已过。',
      'sample-size-invalid': '样本人数不可用。',
    },
    due: (day) => `原定于${day}开启。请现在开启，或略过本次。`,
    open: {
      action: '现在开启',
      confirmTitle: '现在开启这个批次？',
      confirm: (day) => `将按调查计划写出邀请，最后一天为${day}。`,
    },
    leaveOut: {
      action: '略过本次',
      confirmTitle: '略过这个批次？',
      confirm: () => '该半年度将没有调查批次，满意度保持未知。之后仍可手动开启。',
    },
  },
  skips: {
    title: '未寄信的人数与原因',
    titleAhead: '不寄信的人数与原因',
    atClose: '提醒信为批次关闭时的情况。',
    answeredOf: (withdrawn) => `已回答，其中 ${n(withdrawn)} 人后来撤回`,
    letter: '信函',
    stage: { invitation: '邀请', reminder: '再次提醒' },
    reason: '原因',
    count: '旅客',
    reasons,
  },
  mail: {
    title: '邮件发送方式',
    server: '最近 30 天内，邮件服务器接收过邮件。',
    none: '最近 30 天内，没有邮件服务器接收过邮件。接收之前不会发起调查。',
    folder: '邮件写入文件夹，不发送给任何人。开启前核对已接受这种方式。',
    chosen: (day) => `${day}选定，选定人`,
    test: {
      action: '给我发送测试邮件',
      waits: '测试邮件正在等待邮件服务器接收。',
      accepted: '邮件服务器已接收测试邮件。',
      written: '测试邮件已写入文件夹，未发送。请为调度程序设置 SMTP_URL。',
      failed: '测试邮件未能发送。请将以下答复转告管理员：',
    },
    choose: {
      action: '改用文件夹，不用邮件服务器',
      confirmTitle: '将邮件写入文件夹？',
      confirm:
        '没有邮件服务器时，所有邮件只写入服务器上的文件夹，旅客收不到任何邮件。您的姓名和日期会记录下来。邮件服务器接收邮件后，此选择自动失效。',
    },
    takeBack: '不再写入文件夹',
  },
  testLetter: {
    title: '预览旅客收到的内容',
    lead: '测试信只寄给您本人。信中的按钮打开旅客看到的问卷，填写的内容不会保存。',
    kind: '信件',
    kinds: {
      'survey-invitation': '邀请',
      'survey-reminder': '首次提醒',
      'survey-last-reminder': '最后一次提醒',
    },
    language: '信件语言',
    action: '寄一封测试信给我',
    done: '测试信正在寄给您。',
  },
}
