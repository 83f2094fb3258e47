/** Where a file is: its name first, the folder quietly below; long paths break behind a separator, as a person reads them. */
import { Fragment } from 'react';
import classes from './file-path.module.css';

export function FilePath({ path }: { readonly path: string }) {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const name = path.slice(end + 1);
  if (name === '') return <PathText path={path} />;
  return (
    <span className={classes.path}>
      <strong>{name}</strong>
      {end < 0 ? null : (
        <span className={classes.folder}>
          <PathText path={path.slice(0, end + 1)} />
        </span>
      )}
    </span>
  );
}

/** A path within a line of text. */
export function PathText({ path }: { readonly path: string }) {
  const parts = path.split(/(?<=[/\\])/);
  return (
    <>
      {parts.map((part, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of a path have nothing else to tell them apart
        <Fragment key={place}>
          {place === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
