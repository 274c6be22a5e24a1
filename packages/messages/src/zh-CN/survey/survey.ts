import type { Messages } from '../../en.ts'

export const survey: Messages['survey'] = {
  otherLanguage: 'English',
  sample: '示例数据：公司、人员与数字均为虚构。',
  programme: '隐私保护调查',

  title: '您对我们保护个人信息的工作满意吗？',
  lead: (questions, minutes) => `${questions} 题，约 ${minutes} 分钟。自愿参加，不影响任何服务。`,
  requiredOnly: (numbers) => `只有第 ${numbers.join('、')} 题必答，其余可以跳过。`,
  preview: '这是给个人信息保护负责人的预览，填写的内容不会保存。',
  submit: '提交',
  afterSubmit: '提交后显示回执码。无需登录，不使用追踪。',
  draft: {
    save: '保存，稍后继续',
    titlePrefix: '已保存，尚未提交：',
    title: '已保存，尚未提交',
    text: (day) =>
      `${day}（含当日）之前，在任何设备上打开我们邮件中的同一链接，即可继续填写。保存的内容已加密，持有链接的人可以看到；提交或问卷截止后即删除。`,
    drop: '删除保存的内容',
    dropTitle: '删除保存的内容？',
    dropText: '保存的内容和此后填写的内容都将被删除，此操作无法撤销。问卷截止之前，您可以用同一链接重新填写。',
    dropButton: '确认删除',
    dropKeep: '不删除',
    dropped: '保存的内容已经删除。您可以重新填写。',
    blank: '还没有填写任何内容，因此没有保存。',
  },
  onlyIf: (option, question) => `仅在第 ${question} 题选择“${option}”时回答。`,
  optional: '选填',
  longest: (characters) => `最多 ${characters} 字。`,

  trust: {
    heading: '作答之前',
    who: '谁在询问',
    whoText: (organisation) => `${organisation}，个人信息保护负责人`,
    why: '为什么',
    whyText: '为改进个人信息保护；每半年一次，结果向管理层和公众报告',
    stored: '保存什么',
    storedText: '答案与出行类型、渠道、地区、语言等大组，与姓名分开；不含证件、订单号',
    seen: '谁能看到',
    seenText: (k) => `管理层和公众只看到汇总，少于 ${k} 人的分组不公布；意见遮盖后仅由负责人阅读`,
    kept: '多久删除',
    keptText: '单份答案 24 个月；统计数字保留',
    details: '详情',
    rights: '您的权利',
    rightsText: (day) => `可随时退出；${day}截止前，凭回执码可查看、更正或撤回答案`,
  },

  errors: {
    titlePrefix: '有误：',
    heading: '还没有提交。您填写的内容都保留着。',
    code: '请核对后再试一次。',
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
    title: '谢谢，您的答案已经收到。',
    receipt: '您的回执码',
    keep: '请现在抄下或截图：本页只在五分钟内显示回执码，我们也无法替您找回。',
    use: '问卷截止之前，凭回执码可以查看、更正或撤回您的答案，网址：',
    after: '截止后，我们会切断答案与您的联系，谁也无法再找到它。',
    again: '谢谢，这个链接已经作答。',
    shown: '回执码在提交后已经显示过，不能再次显示。',
    done: '现在可以关闭本页。',
  },

  receipts: {
    link: '查看、更正或撤回答案',
    title: '查找您的答案',
    text: '问卷截止之前，用提交后显示的回执码可以找到您的答案，并查看、更正或撤回。',
    label: '回执码',
    hint: '28 位字母和数字；空格、连字符和大小写都不影响。',
    find: '查看答案',
    unknown: '没有找到这个回执码对应的答案。请与您抄下的回执码核对。答案撤回或问卷截止之后，回执码不再有效。',
    shown: '您的答案',
    until: (day) => `以下是我们保存的内容。${day}（含当日）之前可以更正或撤回。`,
    blank: '未作答',
    correct: '更正',
    withdraw: '撤回这份答案',
    correctTitle: '更正您的答案',
    correctText: '提交后，新的答案会取代原来的答案。',
    correctButton: '保存更正',
    corrected: {
      title: '答案已更正',
      text: '新的答案已保存，原来的答案已删除。回执码不变。',
    },
    withdrawTitle: '撤回您的答案？',
    withdrawText: '您的答案和意见将被删除，不再计入任何结果。此操作无法撤销，邮件中的链接也不能再次作答。',
    withdrawButton: '确认撤回',
    keep: '不撤回',
    withdrawn: {
      title: '答案已撤回',
      text: '答案已删除，不再计入任何结果。我们只保留每天收到多少份、一共撤回多少份这两个数字。',
    },
  },

  home: {
    title: '您可以在这里做什么',
    text: '问卷请用我们邮件中的链接打开。',
    link: '您还可以在这里做什么',
  },

  unsubscribe: {
    title: '不再接收调查邮件？',
    text: '退订后，我们不再向您的邮箱发送调查邀请和提醒。与订单有关的邮件不受影响。',
    button: '退订',
    done: '您已退订',
    doneText: '我们不再向您的邮箱发送调查邮件。您无须再做什么。',
  },

  newTab: '（在新标签页打开）',
  notices: {
    'link-unknown': {
      title: '这个链接无效',
      text: '可能是复制时不完整。请回到我们的邮件，重新打开链接。',
    },
    'link-used': {
      title: '这个链接已经作答',
      text: '每个链接只收一份答案。问卷截止之前，作答者凭回执码可以查看、更正或撤回。谢谢。',
    },
    'link-expired': {
      title: '这个链接已经失效',
      text: '链接已过期，或者我们后来的邮件里有新的链接。没有保存任何内容。',
    },
    'wave-closed': {
      title: '本次问卷已经截止',
      text: '不能再作答、更正或撤回。感谢您的关注，半年后我们会再次征求意见。',
    },
    'only-looked-at': {
      title: '这是预览',
      text: '没有保存任何内容。旅客在这里会看到致谢和回执码。',
    },
    'too-large': {
      title: '填写的文字太多',
      text: '没有保存任何内容。请返回上一页，缩短到表单所说的字数以内，再提交一次。浏览器一般会保留您填写的内容。',
    },
    'form-unreadable': {
      title: '无法读取这份表单',
      text: '没有保存任何内容。请重新打开邮件中的链接或回执码页面，在打开的页面上提交。',
    },
    'foreign-form': {
      title: '这份表单来自其他网站',
      text: '为保护您，没有保存任何内容。请打开邮件中的链接或我们的回执码页面，在那里提交。',
    },
    'method-unknown': {
      title: '本页不支持这种操作',
      text: '没有保存任何内容。请从我们的邮件重新打开链接。',
    },
    'too-many-tries': {
      title: '请过几分钟再试',
      text: '短时间内收到太多无效的链接或回执码，不一定来自您。没有更改任何内容。请核对您的链接或回执码，过几分钟再试。',
    },
    'too-many-requests': {
      title: '请过几分钟再试',
      text: '短时间内收到的请求太多，您的请求没有保存。请过十分钟返回上一页，再提交一次。浏览器一般会保留您填写的内容。',
    },
    'not-stored': {
      title: '暂时无法保存',
      text: '没有保存任何内容。请过几分钟返回上一页，再提交一次。浏览器一般会保留您填写的内容，链接仍然有效。',
    },
    internal: {
      title: '我们这边出了问题',
      text: '暂时无法确定您提交的内容是否已经保存。请返回上一页再提交一次，同一份表单不会重复计算。',
    },
  },
  contact: '如有疑问，请致信 ',
  errorId: (id) => `联系我们时请告知编号：${id}`,
  listening: (address) => `问卷已开放：${address}`,
}
