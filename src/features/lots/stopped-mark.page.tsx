import { StateLabel } from '../../ui/index.ts';

/** S27: 国 stopped the lot; stands behind its number wherever people act on it. Nothing for any other lot. */
export const StoppedMark = ({ stopped }: { readonly stopped: boolean }) =>
  stopped ? (
    <>
      {' '}
      <StateLabel tone="error">使用見合わせ</StateLabel>
    </>
  ) : null;
