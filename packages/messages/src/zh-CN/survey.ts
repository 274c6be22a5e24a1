import type { Messages } from '../en.ts'

export const survey: Messages['survey'] = {
  otherLanguage: 'English',
  sample: '示例数据：公司、人员与数字均为虚构。',
  programme: '隐私保护调查',

  title: '您对我们保护个人信息的工作满意吗？',
  lead: (questions, minutes) => `${questions} 题，约 ${minutes} 分钟。自愿参加，不影响任何服务。`,
  requiredOnly: (numbers) => `只有第 ${numbers.join('、')} 题必答，其余可以跳过。`,
  submit: '提交',
  afterSubmit: '提交后显示一次回执码。无需登录，不使用追踪。',
  onlyIf: (option, question) => `仅在第 ${question} 题选择“${option}”时回答。`,
  optional: '选填',
  longest: (characters) => `最多 ${characters} 字。`,

  trust: {
    heading: '作答之前',
    who: '谁在询问',
    whoText: (organisation) => `${organisation}，个人信息保护负责人`,
    why: '为什么',
    whyText: '每半年一次，结果向管理层和公众报告',
    stored: '保存什么',
    storedText: '答案与出行类型、渠道、地区、语言等大组，与姓名分开；不含证件、订单号',
    seen: '谁能看到',
    seenText: '只有汇总；少于 5 人的分组不公布',
    kept: '多久删除',
    keptText: '单份答案 24 个月；统计数字保留',
    rights: '您的权利',
    rightsText: (day) => `可随时退出；${day}问卷关闭前，凭回执码能找到答案，可查看、更正或撤回`,
  },

  errors: {
    titlePrefix: '有误：',
    heading: '还没有提交。您填写的内容都保留着。',
    inSummary: (question) => (question === null ? '意见' : `第 ${question} 题`),
    colon: '：',
    besideQuestion: (fault) => `${fault}您已填写的其他内容都保留着。`,
    required: '请选择一项。',
    notAnOption: '请从所列选项中选择一项。',
    tooLong: (characters, most) => `请缩短到 ${most} 字以内，现在有 ${characters} 字。`,
    unknown: '表单里有本问卷没有的内容。请检查一遍答案，再提交一次。',
    receipt: '表单缺少回执码，已重新生成。请再提交一次。',
  },

  thanks: {
    title: '谢谢，您的回答已经收到。',
    receipt: '您的回执码',
    keep: '请现在抄下或截图：回执码只显示这一次，我们也无法替您找回。',
    use: '问卷关闭之前，凭回执码能找到您的答案，可要求查看、更正或撤回。关闭后，我们会切断答案与您的联系，谁也无法再找到它。',
    done: '现在可以关闭本页。',
  },

  unsubscribe: {
    title: '不再接收调查邮件？',
    text: '退订后，我们不再向您的邮箱发送调查邀请和提醒。与订单有关的邮件不受影响。',
    button: '退订',
    done: '您已退订',
    doneText: '我们不再向您的邮箱发送调查邮件。您无须再做什么。',
  },

  notices: {
    'link-unknown': {
      title: '这个链接无效',
      text: '可能是复制时不完整。请回到我们的邮件，重新打开链接。',
    },
    'link-used': {
      title: '这个链接已经作答',
      text: '每个链接只收一份答案。这里的答案已妥善保存，无须再做什么。谢谢。',
    },
    'link-expired': {
      title: '这个链接已经失效',
      text: '链接已过期，或者我们后来的邮件里有新的链接。没有保存任何内容。',
    },
    'wave-closed': {
      title: '本次问卷已经关闭',
      text: '不能再作答、更正或撤回。感谢您的关注，半年后我们会再次征求意见。',
    },
    'too-large': {
      title: '填写的文字太多',
      text: '没有保存任何内容。请返回上一页，把意见缩短到 1000 字以内，再提交一次。浏览器一般会保留您填写的内容。',
    },
    'form-unreadable': {
      title: '无法读取这份表单',
      text: '没有保存任何内容。请从我们的邮件重新打开链接，在打开的页面上提交。',
    },
    'foreign-form': {
      title: '这份表单来自其他网站',
      text: '为保护您，没有保存任何内容。请从我们的邮件打开链接作答。',
    },
    'method-unknown': {
      title: '本页不支持这种操作',
      text: '没有保存任何内容。请从我们的邮件重新打开链接。',
    },
    'not-stored': {
      title: '暂时无法保存您的答案',
      text: '没有保存任何内容。请过几分钟返回上一页，再提交一次。浏览器一般会保留您填写的内容，链接仍然有效。',
    },
    internal: {
      title: '我们这边出了问题',
      text: '暂时无法确定您的答案是否已经保存。请返回上一页再提交一次，同一份表单不会重复计算。',
    },
  },
  contact: '如有疑问，请致信 ',
  errorId: (id) => `联系我们时请告知编号：${id}`,
  listening: (address) => `问卷已开放：${address}`,
}
