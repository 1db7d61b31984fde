/** Secrets and servers of sources elsewhere: from the environment only. */
import type { Access } from '../../index/sources/access.ts'
import type { Environment } from '../platform.ts'
import { Address } from './setting-values.ts'
import { AWS_REGION_DEFAULT } from './settings.ts'

export function accessOf({ text, checked }: Environment): Access {
  const password = text('IMAP_PASSWORD')
  const appname = text('RELIEFWEB_APPNAME')
  const api = checked('RELIEFWEB_API_URL', Address)?.replace(/\/$/u, '')
  return {
    reliefweb: { ...(appname !== undefined && { appname }), ...(api !== undefined && { api }) },
    bucket: bucketOf({ text, checked }),
    mailbox: { ...(password !== undefined && { password }) },
  }
}

function bucketOf({ text, checked }: Environment): Access['bucket'] {
  const accessKeyId = text('AWS_ACCESS_KEY_ID')
  const secretAccessKey = text('AWS_SECRET_ACCESS_KEY')
  const sessionToken = text('AWS_SESSION_TOKEN')
  const endpoint = checked('AWS_ENDPOINT_URL_S3', Address)?.replace(/\/$/u, '')
  return {
    region: text('AWS_REGION') ?? AWS_REGION_DEFAULT,
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(secretAccessKey !== undefined && { secretAccessKey }),
    ...(sessionToken !== undefined && { sessionToken }),
    ...(endpoint !== undefined && { endpoint }),
  }
}
