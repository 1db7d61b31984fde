/** What adapters hand over to addresses of the web goes past the guards that fetching has. */
export { post, type Posted } from '../../index/fetch/post.ts'
