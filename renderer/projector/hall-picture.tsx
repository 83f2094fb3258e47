/** A picture of the committee's (rule W10): its box stands before the file is there, and what cannot be read leaves its place to the words. */
import { useState, type ReactNode } from 'react';
import { hallPictureAddress } from '../../shared/domain/hall-picture-address.ts';

export function Photo({ hash }: { readonly hash: string | undefined }) {
  if (hash === undefined) return null;
  return <HallPicture className="photo" hash={hash} key={hash} />;
}

export function HallPicture({
  className,
  hash,
  otherwise = null,
}: {
  readonly className: string;
  readonly hash: string;
  readonly otherwise?: ReactNode;
}) {
  const [isGone, setGone] = useState(false);
  if (isGone) return otherwise;
  return (
    <img className={className} src={hallPictureAddress(hash)} alt="" decoding="async" onError={() => setGone(true)} />
  );
}
