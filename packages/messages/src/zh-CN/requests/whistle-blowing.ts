import type { Messages } from '../../en.ts'

export const whistleBlowing: Messages['whistleBlowing'] = {
  link: '保密举报个人信息问题',
  reporters: {
    staff: '员工',
    partner: '合作伙伴人员',
    traveler: '旅客',
    undisclosed: '未说明',
  },
  statuses: {
    received: '已收到',
    acknowledged: '已确认',
    'in-examination': '核查中',
    closed: '已办结',
  },
  outcomes: {
    substantiated: '属实',
    unsubstantiated: '未能证实',
    other: '其他',
  },

  form: {
    title: '举报个人信息问题',
    text: '如果您看到个人信息在这里被滥用、出售、泄露或缺乏保护，请告诉我们。无须姓名、账户或证据。',
    trust: {
      title: '谁能看到',
      items: [
        '只有举报受理人可以阅读，个人信息保护负责人、管理层和您的上级都不能。',
        '不保存网络地址、时间和设备；举报只记日期，内容加密保存。',
        '七天内确认收到，此后三个月内告知处理情况。',
        '善意举报不得受到报复。如果遭到报复，也请在这里说明。',
      ],
    },
    reporter: '您与我们是什么关系？',
    reporterHint: '只有举报受理人可以看到。',
    choices: {
      staff: '现在或曾经在这里工作',
      partner: '在合作伙伴或供应商工作',
      traveler: '是客户',
      undisclosed: '不便说明',
    },
    about: '发生了什么？',
    aboutHint: (most) => `最多 ${most} 字：什么事、在哪里、大约何时、还有谁知情。如想保密身份，请略去会暴露您的内容。`,
    contact: '怎样联系您？',
    contactHint: '形式不限，只有举报受理人可以看到。不填即为匿名，凭案件码联系。',
    contactTooLong: (most) => `请缩短到 ${most} 字以内。`,
    send: '提交举报',
    find: '凭案件码打开举报',
    heading: '还没有提交。您填写的内容都保留着。',
    empty: '请写明发生了什么。',
  },

  closed: {
    title: '暂时不能接受举报',
    text: '尚未任命阅读举报的人，举报会无人阅读，因此本页暂不接受。请稍后再来。',
  },

  sent: {
    title: '您的举报已经收到',
    due: (day) => `我们最迟于${day}确认收到。`,
    code: '您的案件码',
    keep: '请现在抄下，存放在别人看不到的地方：本页只在五分钟内显示案件码，谁也无法替您找回。',
    use: '凭案件码可以查看回复并给我们留言，网址：',
  },

  find: {
    title: '查找您的举报',
    text: '凭案件码可以了解举报的进展、查看举报受理人的回复并留言。',
    label: '案件码',
    button: '查看举报',
    unknown: '没有找到这个案件码对应的举报。请与您抄下的案件码核对。举报办结九十天后，案件码失效。',
  },

  shown: {
    title: '您的举报',
    state: '状态',
    received: '收到日期',
    acknowledged: '确认日期',
    acknowledgedBy: '最迟确认日期',
    examined: '核查开始日期',
    feedbackBy: '最迟告知日期',
    outcome: '结果',
    said: {
      message: (day) => `您，${day}`,
      question: (day) => `举报受理人提问，${day}`,
      feedback: (day) => `举报受理人告知处理情况，${day}`,
    },
    write: '给举报受理人留言',
    full: '这份举报不能再留言。请提交新的举报。',
    closed: '举报已办结。内容和您的联系方式会在办结九十天后删除。',
    written: { title: '留言已经收到', text: '凭案件码可以查看回复。' },
  },

  letter: {
    subject: '举报渠道有新内容',
    kicker: '举报',
    headline: '有新内容等待您阅读',
    next: '内容请登录后查看，本信不含其中任何内容。新举报须在七天内确认。',
    button: '打开举报',
    reader: '您是举报受理人，因此收到此信。',
  },
}
