/** Building blocks for policies of fictional companies. `#` stands for a number. */
export interface PolicyWords {
  readonly title: string
  readonly headings: readonly string[]
  readonly sentences: readonly string[]
  readonly items: readonly string[]
  readonly subjects: readonly string[]
  readonly objects: readonly string[]
  readonly link: string
}

export const ENGLISH: PolicyWords = {
  title: 'Privacy Policy',
  headings: [
    'Information we collect',
    'How do we use your information?',
    'Cookies and similar technologies',
    'Sharing with third parties',
    'Where we store data',
    'How long we keep your information',
    'Your rights and choices',
    'Children',
    'Security',
    'Changes to this policy',
    'International transfers',
    'Contacting our privacy office',
  ],
  sentences: [
    'We collect @s when you @o, and only as far as the booking needs it.',
    'When you @o, our partners at the destination receive @s for the duration of the trip.',
    'We keep @s for # months after the trip; after that we delete it or make it anonymous.',
    'You may ask us at any time to correct, export or erase @s (see section #).',
    'Without @s we cannot confirm a reservation, but you may still @o without an account.',
    'Staff may read @s only if their task requires it, and every access is recorded.',
    "If you don't agree, please do not @o; a person at the counter will help you instead.",
    'The law of your country (e.g. Art. # of the Act) may give you further rights over @s.',
    'Our café partners, such as Caf\u00e9 Orange \u00a92024, process @s on our behalf & under contract.',
    'Requests that carry "?id=#&status=2" in their address are logged for # days.',
  ],
  items: [
    '@s',
    'details of @s;',
    'the way in which you @o',
    'technical data: browser, language, time zone',
    'invoices and refunds, where # or more nights are booked.',
  ],
  subjects: [
    'your name and passport number',
    'payment details',
    'your travel dates',
    'meal preferences',
    'the e-mail address',
    'your loyalty number',
    'photographs of documents',
    'location data',
  ],
  objects: [
    'book a trip',
    'write to our desk',
    'use the app',
    'join the loyalty club',
    'subscribe to the newsletter',
    'take part in a survey',
    'change a reservation',
  ],
  link: 'our cookie notice',
}

export const CHINESE: PolicyWords = {
  title: '隐私政策',
  headings: [
    '我们如何收集和使用您的个人信息',
    '我们如何使用 Cookie 和同类技术',
    '我们如何共享、转让、公开披露您的个人信息',
    '我们如何保护您的个人信息',
    '您的权利',
    '未成年人保护',
    '个人信息的存储地点与期限',
    '您的个人信息如何在全球范围转移',
    '本政策如何更新',
    '如何联系我们',
    '适用范围',
    '定义',
  ],
  sentences: [
    '当您@o时，我们会收集@s，用于完成预订和身份核验。',
    '为向您提供服务，我们会在必要范围内向目的地合作方提供@s（详见第#条）。',
    '行程结束后，我们将@s保存 # 个月，期满后删除或者作匿名化处理。',
    '您可以随时查阅、更正、删除@s，我们将在 15 个工作日内答复。',
    '如您不提供@s，我们可能无法完成预订，但不影响您@o以外的其他功能。',
    '未经您的单独同意，我们不会向第三方出售或者公开@s。',
    '我们采用加密、访问控制等措施保护@s；每次访问均有记录。',
    '依据《中华人民共和国个人信息保护法》第#条，您有权撤回对处理@s的同意。',
    '请求地址中带有“?id=#&status=2”的记录保存 # 天。',
    '我们的委托方（例如 Caf\u00e9 Orange \u00a92024）仅按合同处理@s，不得另作他用。',
  ],
  items: [
    '@s',
    '@s；',
    '您@o时产生的记录',
    '设备信息：型号、系统版本、网络类型；',
    '发票及退款记录，连住 # 晚以上的除外。',
  ],
  subjects: [
    '姓名和证件号码',
    '支付信息',
    '出行日期',
    '餐饮偏好',
    '手机号码及邮箱',
    '会员编号',
    '证件照片',
    '位置信息',
  ],
  objects: ['预订行程', '联系客服', '使用应用', '加入会员计划', '订阅资讯', '参与问卷', '更改订单'],
  link: 'Cookie 声明',
}
