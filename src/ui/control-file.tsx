import { type ControlProps, common } from './control-props.ts';

/** A file to be sent; the browser's own button. It cannot be filled in again, so it stays empty when a form comes back. */
export const FileControl = (props: ControlProps) => <input {...common(props)} type="file" class="input input-file" />;
