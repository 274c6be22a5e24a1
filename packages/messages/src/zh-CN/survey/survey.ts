import type { Messages } from '../../en.ts'
import { count } from '../../number-format.ts'
import { questionHints } from './question-hints.ts'

export const survey: Messages['survey'] = {
  otherLanguage: 'English',
  sample: '示例数据：公司、人员和数据均为虚构。',
  programme: '隐私保护调查',

  title: '您对我们保护个人信息的工作满意吗？',
  lead: (minutes) => `约 ${minutes} 分钟。自愿参加，不影响任何服务。`,
  requiredOnly: (numbers) => `第 ${numbers.join('、')} 题必答，其余可以跳过。`,
  preview: '这是预览页面，填写内容不会保存。',
  submit: '提交',
  progress: '已答',
  afterSubmit: '提交后显示回执码。无需登录，不使用追踪。',
  autosave: {
    about: '填写时自动保存。内容已加密，提交或问卷截止后自动删除。',
    saved: '{time} 已保存，还没有提交。',
    offline: '未能保存：没有网络连接。内容仍在本页，稍后会重试。',
    faulty: '未能保存：文字过长，或有选项无效。',
    elsewhere: '未能保存：这份问卷已在另一页面填写。请刷新后继续。',
    over: '未能保存：此链接已不能作答。请刷新查看原因。',
  },
  chosenInEmail: (option) => `您在邮件中选择了“${option}”，可以在上面更改，提交后才算作答。`,
  draft: {
    save: '保存，稍后继续',
    titlePrefix: '已保存，还没有提交：',
    state: '已保存',
    title: '已保存，还没有提交',
    text: (day) =>
      `${day}（含当天）前，用邮件里的同一链接在任何设备上都可以继续填写。内容已加密，但拿到链接的人可以看到；提交或问卷截止后会自动删除。`,
    drop: '删除保存的内容',
    dropTitle: '删除保存的内容？',
    dropText: '删除后无法恢复。问卷截止前，您可以用同一链接重新填写。',
    dropButton: '确认删除',
    dropKeep: '取消',
    dropped: '已删除保存的内容。您可以重新填写。',
    blank: '您还没有填写任何内容，暂不需要保存。',
  },
  ...questionHints,

  trust: {
    heading: '填写前请了解',
    who: '调查方',
    whoText: (organisation) => `${organisation}，个人信息保护负责人`,
    why: '调查目的',
    whyText: '用于改进个人信息保护工作；每半年一次，管理层和公众可以看到结果',
    stored: '保存的内容',
    storedText: '您的答卷，以及出行类型、渠道、地区、语言等分组；不含姓名、证件号和订单号',
    seen: '谁可以看到',
    seenText: (k) =>
      `管理层和公众只能看到汇总结果，不足 ${k} 人的分组不公布；意见中的个人信息会被遮盖，仅由个人信息保护负责人阅读`,
    kept: '保存期限',
    keptText: '单份答卷保存 24 个月，汇总数据长期保留',
    details: '详情',
    rights: '您的权利',
    rightsText: (day) => `可随时退出；问卷截止（${day}）前，凭回执码可以查看、修改或撤回答卷`,
  },

  errors: {
    titlePrefix: '请检查：',
    heading: '还没有提交成功，您填写的内容都还在。',
    code: '请核对后再试一次。',
    inSummary: (question) => (question === null ? '意见' : `第 ${question} 题`),
    colon: '：',
    besideQuestion: (fault) => `${fault}其他已填写的内容都还在。`,
    required: '请选择一项。',
    notAnOption: '请从所列选项中选择一项。',
    tooMany: (most) => `最多选 ${most} 项。`,
    notTogether: (option) => `“${option}”不能与其他选项同时选择。`,
    tooLong: (characters, most) => `请缩短到 ${count(most, 'zh-CN')} 字以内，现在有 ${count(characters, 'zh-CN')} 字。`,
    unknown: '表单内容与本问卷不一致。请检查后重新提交。',
    receipt: '回执码已更新，请再提交一次。',
  },

  thanks: {
    title: '谢谢！您的答卷已提交。',
    receipt: '您的回执码',
    keep: '请现在截图或抄下回执码：本页仅显示 5 分钟，之后我们也无法找回。',
    use: (link) => `问卷截止前，可以在 ${link} 凭回执码查看、修改或撤回答卷。`,
    after: '截止后答卷会匿名化，任何人都无法再对应到您。',
    again: '您已通过这个链接提交过答卷，谢谢。',
    shown: '回执码只在提交后显示一次，无法再次查看。',
    copyCode: { button: '复制回执码', done: '已复制。', failed: '未能复制，请选中回执码后手动复制。' },
    copy: '您的答卷副本',
    copyHint: '如需留存，请打印本页或存为 PDF。不会向他人显示。',
    done: '现在可以关闭本页。',
  },

  receipts: {
    link: '查看、修改或撤回答卷',
    title: '查看我的答卷',
    text: '问卷截止前，输入提交后显示的回执码，即可查看、修改或撤回答卷。',
    label: '回执码',
    hint: '28 位字母和数字，不区分大小写，可忽略空格和连字符。',
    find: '查看答卷',
    unknown: '没有找到对应的答卷，请核对回执码。答卷撤回或问卷截止后，回执码失效。',
    shown: '您的答卷',
    until: (day) => `以下是您提交的内容。${day}（含当天）前可以修改或撤回。`,
    blank: '未作答',
    correct: '修改',
    withdraw: '撤回答卷',
    correctTitle: '修改答卷',
    correctText: '提交后，新的内容会替换原来的内容。',
    correctButton: '保存修改',
    corrected: {
      title: '答卷已修改',
      text: '新内容已保存，原内容已删除。回执码不变。',
    },
    withdrawTitle: '确定撤回答卷？',
    withdrawText: '您的答卷和意见会被删除，不再计入结果。撤回后无法恢复，也不能再用邮件链接作答。',
    withdrawButton: '确认撤回',
    keep: '取消',
    withdrawn: {
      title: '答卷已撤回',
      text: '答卷已删除，不再计入结果。我们只保留每天收到的份数和撤回总数。',
    },
  },

  home: {
    title: '您可以在这里做什么',
    text: '请通过邮件中的链接打开问卷。',
    link: '您还可以在这里做什么',
  },

  unsubscribe: {
    title: '退订调查邮件？',
    text: '退订后，我们不再向您发送调查邀请和提醒。与订单有关的邮件不受影响。',
    button: '退订',
    done: '您已退订',
    doneText: '我们不会再给您发送调查邮件，无需其他操作。',
    undo: '如果是误操作，可以恢复接收。',
    undoButton: '撤销退订，继续接收调查邮件',
    undone: '已恢复接收调查邮件',
    undoneText: '我们会照常邀请您参加调查。每封邮件都有退订链接。',
  },

  untranslated: '本页暂无您所选语言的版本，以英文显示。',

  newTab: '（在新标签页打开）',
  notices: {
    'link-unknown': {
      title: '链接无效',
      text: '链接可能没有复制完整，请回到邮件重新打开。',
    },
    'link-used': {
      title: '这个链接已使用过',
      text: '每个链接只能提交一次。问卷截止前，您可以凭回执码查看、修改或撤回答卷。谢谢。',
    },
    'link-expired': {
      title: '链接已失效',
      text: '链接已过期，请使用我们最近一封邮件中的链接。未保存任何内容。',
    },
    'wave-closed': {
      title: '问卷已截止',
      text: '现在不能再填写、修改或撤回。感谢您的关注，半年后欢迎再次参与。',
    },
    'only-looked-at': {
      title: '这是预览',
      text: '未保存任何内容。正式提交后，这里会显示感谢语和回执码。',
    },
    'draft-not-shown': {
      title: '草稿暂时无法显示',
      text: '草稿中有错误，页面无法显示。请先在编辑页处理，再刷新本页。',
    },
    'too-large': {
      title: '内容超出字数限制',
      text: '未保存任何内容。请返回上一页，按字数限制删减后重新提交。浏览器一般会保留您填写的内容。',
    },
    'form-unreadable': {
      title: '无法读取这份表单',
      text: '未保存任何内容。请从邮件链接或回执码页面重新打开后提交。',
    },
    'foreign-form': {
      title: '提交来源异常',
      text: '为了您的信息安全，内容未保存。请从邮件链接或我们的回执码页面提交。',
    },
    'method-unknown': {
      title: '本页不支持这种操作',
      text: '未保存任何内容。请从邮件中重新打开链接。',
    },
    'too-many-tries': {
      title: '操作过于频繁，请稍后再试',
      text: '系统收到过多无效链接或回执码（不一定来自您）。请核对后过几分钟再试。',
    },
    'too-many-requests': {
      title: '请求过于频繁，请稍后再试',
      text: '当前提交过多，可能来自您所在的网络，内容未保存。请 10 分钟后返回上一页重新提交，浏览器一般会保留您填写的内容；换一个网络也可以试试。',
    },
    'sample-loaded': {
      title: '尚未开放',
      text: '本企业仍在设置此页面，请通过下方邮箱联系。',
    },
    'no-answers': {
      title: '暂时无法接收答卷',
      text: '目前无法接收答卷，也无法保存任何内容。您的链接仍然有效，请稍后再试。',
    },
    'not-stored': {
      title: '暂时无法保存',
      text: '未保存任何内容，链接仍然有效。请过几分钟返回上一页重新提交。浏览器一般会保留您填写的内容。',
    },
    'not-loaded': {
      title: '页面加载失败',
      text: '请几分钟后重试。内容没有丢失，链接仍然有效。',
    },
    internal: {
      title: '系统出错了',
      text: '暂时无法确认是否已保存。请返回上一页重新提交，系统不会重复计入。',
    },
  },
  contact: '如有疑问，请发邮件至 ',
  errorId: (id) => `联系我们时，请提供错误编号：${id}`,
  listening: (address) => `问卷已开放：${address}`,
}
