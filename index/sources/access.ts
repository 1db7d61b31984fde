/** What sources elsewhere are read with: from the environment alone, never written down, logged or told. */
export interface Access {
  readonly reliefweb: ReliefwebAccess
  readonly bucket: BucketAccess
  readonly mailbox: MailboxAccess
}

export interface MailboxAccess {
  readonly password?: string
}

/** By the names that other programs for S3 have for them. */
export interface BucketAccess {
  readonly accessKeyId?: string
  readonly secretAccessKey?: string
  readonly sessionToken?: string
  readonly region: string
  /** Without a slash at the end; Amazon's own unless told. */
  readonly endpoint?: string
}

export interface ReliefwebAccess {
  /** That ReliefWeb has approved for whoever runs the bot. */
  readonly appname?: string
  /** Without a slash at the end; ReliefWeb's own unless told. */
  readonly api?: string
}
