import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  passwordResetToken,
  readPasswordResetToken,
  readUserInvitationToken,
  userInvitationToken,
} from './account-link.ts'

const ring = keyring(new Uint8Array(32).fill(1))

it('reads back the invitation it was made for', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 4 }), (id) => readUserInvitationToken(ring, userInvitationToken(ring, id)) === id),
  )
})

it('reads no token that was cut, changed, guessed or made with another key', () => {
  const token = userInvitationToken(ring, '0f8fad5b-d9cb-469f-a165-70867728950e')
  const other = userInvitationToken(keyring(new Uint8Array(32).fill(2)), '0f8fad5b-d9cb-469f-a165-70867728950e')
  for (const bad of ['', 'x', token.slice(1), `${token}A`, token.toLowerCase(), ` ${token}`, `${token}=`, other]) {
    expect(readUserInvitationToken(ring, bad)).toBeNull()
  }
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => readUserInvitationToken(ring, text) === null))
})

it('tells a link to a new password from one to an invitation', () => {
  const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
  expect(readPasswordResetToken(ring, passwordResetToken(ring, id))).toBe(id)
  expect(readPasswordResetToken(ring, userInvitationToken(ring, id))).toBeNull()
  expect(readUserInvitationToken(ring, passwordResetToken(ring, id))).toBeNull()
})
