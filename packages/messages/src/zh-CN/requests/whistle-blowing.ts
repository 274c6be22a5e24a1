import type { Messages } from '../../en.ts'

export const whistleBlowing: Messages['whistleBlowing'] = {
  link: '保密举报个人信息问题',
  reporters: {
    staff: '员工',
    partner: '合作伙伴人员',
    traveler: '客户',
    undisclosed: '未说明',
  },
  statuses: {
    received: '已收到',
    acknowledged: '已确认',
    'in-examination': '调查中',
    closed: '已办结',
  },
  outcomes: {
    substantiated: '查证属实',
    unsubstantiated: '未查实',
    other: '其他',
    flood: '随大量提交一并关闭',
  },

  form: {
    title: '举报个人信息问题',
    text: '如果您发现个人信息被滥用、出售、泄露或缺乏保护，请告诉我们。无需姓名、账号或证据。',
    trust: {
      title: '谁可以看到',
      items: [
        '只有举报受理人可以阅读，个人信息保护负责人、管理层和您的上级都看不到。',
        '不保存 IP 地址、时间和设备；只记录日期，内容加密保存。',
        '7 天内确认收到，此后 3 个月内反馈处理结果。',
        '善意举报受到保护。如遭到打击报复，也请在这里反映。',
      ],
    },
    reporter: '您与我们是什么关系？',
    reporterHint: '仅举报受理人可见。',
    choices: {
      staff: '现在或曾经在这里工作',
      partner: '在合作伙伴或供应商工作',
      traveler: '是客户',
      undisclosed: '不便说明',
    },
    about: '发生了什么？',
    aboutHint: (most) => `最多 ${most} 字：什么事、在哪里、大约什么时间、谁知情。如需匿名，请不要写能认出您的内容。`,
    contact: '联系方式',
    contactHint: '手机、邮箱等均可，仅举报受理人可见。不填则为匿名，凭查询码联系。',
    contactTooLong: (most) => `请缩短到 ${most} 字以内。`,
    send: '提交举报',
    find: '用查询码查看进度',
    heading: '还没有提交成功，您填写的内容都还在。',
    empty: '请填写举报内容。',
  },

  closed: {
    title: '暂不受理举报',
    text: '目前还没有举报受理人，请稍后再来。',
  },

  sent: {
    title: '我们已收到您的举报',
    due: (day) => `我们最晚会在${day}确认收到。`,
    code: '您的查询码',
    keep: '请现在抄下并妥善保管：本页仅显示 5 分钟，之后无法找回。',
    use: (link) => `可以在 ${link} 凭查询码查看回复并给我们留言。`,
  },

  find: {
    title: '查询举报进度',
    text: '输入查询码，可以查看进度和举报受理人的回复，也可以留言。',
    label: '查询码',
    button: '查看举报',
    unknown: '没有找到对应的举报，请核对查询码。举报办结 90 天后，查询码失效。',
  },

  shown: {
    title: '您的举报',
    state: '状态',
    received: '收到日期',
    acknowledged: '确认日期',
    acknowledgedBy: '最晚确认日期',
    examined: '调查开始日期',
    feedbackBy: '最晚反馈日期',
    outcome: '结果',
    said: {
      message: (day) => `您，${day}`,
      question: (day) => `举报受理人提问，${day}`,
      feedback: (day) => `举报受理人反馈处理结果，${day}`,
    },
    write: '给举报受理人留言',
    full: '留言次数已达上限，请提交新的举报。',
    flooded: '此举报与同一时间的大量提交一并关闭。如果确由您本人提交，请在此留言，举报将重新打开。',
    closed: '举报已办结。内容和您的联系方式会在办结 90 天后删除。',
    written: { title: '留言已提交', text: '凭查询码可以查看回复。' },
  },

  letter: {
    subject: '举报有新进展，请登录查看',
    kicker: '举报',
    headline: '您有新的举报内容待处理',
    next: '请登录查看，本邮件不含举报内容。新举报须在 7 天内确认。',
    button: '打开举报',
    reader: '您是举报受理人，因此收到本邮件。',
  },
}
