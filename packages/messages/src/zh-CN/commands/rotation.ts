import type { rotation as en } from '../../en/commands/rotation.ts'

export const rotation: typeof en = {
  faults: {
    'key-file-read-only': (path) =>
      `密钥文件 ${path} 为只读，或是指向其他程序文件的链接，未作任何更改。请将 KEY_FILE 设为此命令可写入的文件，然后重新运行。`,
    'other-generation': (next) => `下一代密钥为第 ${next} 代，未作任何更改。`,
    'wave-not-anonymous': (wave) =>
      `${wave}的调查还没有截止或还没有匿名化，轮换后其链接将失效。未作任何更改，请在调查截止后重试。`,
    'apps-running': (database) => `有应用正在使用 ${database}，未作任何更改。请停止所有应用，然后重新运行此命令。`,
  },
  usage:
    '用法：wayproof rotate-key [--confirm 代数] [--data 文件夹] [--json]\n生成新一代密钥。不加 --confirm 时只说明影响，不作任何更改。请先停止所有应用。',
  warning: (next) =>
    [
      `轮换会在密钥文件中加入第 ${next} 代密钥。此后：`,
      '- 地址、联系方式和文字用新一代密钥加密，此前加密的内容会重新加密。',
      '- 所有人须重新登录，密码和双重验证不变。',
      '- 接受邀请、设置密码和测试邮件中的链接失效，邮件中的验证码也失效，请重新发送。',
      '- 以往调查的链接和回执码不再有效。',
      '- 退订链接、已退订的地址、查询码、接口密钥、备份和日志仍然有效。',
      '请先停止所有机器上的应用。轮换后，请将密钥文件复制到每台机器和安全的存放处。',
    ].join('\n'),
  earlier: (values, newest) =>
    `仍用旧一代密钥加密的内容：${values} 项。如需重新加密，请运行命令并加上 --confirm ${newest}`,
  confirm: (next) => `如需生成，请重新运行命令并加上 --confirm ${next}`,
  encrypting: (generation) => `正在用第 ${generation} 代密钥加密`,
  encrypted: (values) => `已重新加密 ${values} 项`,
  made: (generation) => `已生成第 ${generation} 代密钥。`,
  resumed: (generation) => `第 ${generation} 代密钥此前已生成，未再生成新密钥。`,
  done: (values) => `已重新加密 ${values} 项。`,
  copyFile: (path) =>
    `请立即将 ${path} 复制到其他每台机器和安全的存放处。应用不接受旧的副本，今后的备份也无法用旧的副本恢复。`,
  oldCopies: '用旧的密钥文件仍能解密此前的数据库副本。如旧密钥已泄露，请销毁这些副本。',
}
