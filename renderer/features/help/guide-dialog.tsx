/**
 * The guide over the screen that it tells of: pages and headings at the left, the page at the right, a search above. What the
 * search finds stands in place of both, a Tab away from it. Esc leads back to where the person was.
 */
import { Button, Loader, Modal, TextInput } from '@mantine/core';
import { ArrowLeft, Search } from 'lucide-react';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../messages/language.ts';
import { useReturnFocus } from '../../ui/return-focus.ts';
import {
  loadGuide,
  placeOf,
  searchGuide,
  sectionAt,
  type Chapter,
  type GuidePage,
  type GuidePageName,
  type GuidePlace,
} from './guide.ts';
import classes from './help.module.css';

const top: GuidePlace = { page: 'README', anchor: '' };

export function GuideDialog({ chapter, onClose }: { readonly chapter: Chapter; readonly onClose: () => void }) {
  const { t } = useTranslation('help');
  const pages = useGuide();
  const [trail, setTrail] = useState<readonly GuidePlace[]>([placeOf(chapter) ?? top]);
  const [query, setQuery] = useState('');
  useReturnFocus();
  const { page: name, anchor: asked } = trail.at(-1) ?? top;
  const page = pages?.find((each) => each.name === name);
  const place = { page: name, anchor: page === undefined ? '' : (sectionAt(page, asked)?.anchor ?? '') };

  function go(to: GuidePlace): void {
    setQuery('');
    setTrail([...trail, to]);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('guide.title')}
      size="72rem"
      classNames={{ content: classes.dialog ?? '', body: classes.body ?? '' }}
    >
      <div className={classes.parts}>
        <div className={classes.tools}>
          <Button
            size="sm"
            variant="default"
            leftSection={<ArrowLeft aria-hidden size="1.1rem" />}
            disabled={trail.length < 2}
            onClick={() => setTrail(trail.slice(0, -1))}
          >
            {t('guide.back')}
          </Button>
          <TextInput
            type="search"
            size="sm"
            className={classes.search}
            aria-label={t('guide.search')}
            placeholder={t('guide.searchHint')}
            leftSection={<Search aria-hidden size="1.1rem" />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </div>
        {pages === null || page === undefined ? (
          <Loader aria-label={t('guide.loading')} />
        ) : (
          <div className={classes.columns}>
            {query.trim() === '' ? (
              <>
                <Contents pages={pages} place={place} onGo={go} />
                <Page key={trail.length} page={page} anchor={place.anchor} onGo={go} />
              </>
            ) : (
              <Hits pages={pages} query={query} onGo={go} />
            )}
          </div>
        )}
      </div>
    </Modal>
  );
}

/** Null until it is read. */
export function useGuide(): readonly GuidePage[] | null {
  const language = useLanguage();
  const [pages, setPages] = useState<readonly GuidePage[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void loadGuide(language).then((loaded) => (isCurrent ? setPages(loaded) : undefined));
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return pages;
}

function Contents({
  pages,
  place,
  onGo,
}: {
  readonly pages: readonly GuidePage[];
  readonly place: GuidePlace;
  readonly onGo: (to: GuidePlace) => void;
}) {
  const { t } = useTranslation('help');
  return (
    <nav className={classes.contents} aria-label={t('guide.contents')}>
      <ul>
        {pages.map(({ name, title, sections }) => (
          <li key={name}>
            <button
              type="button"
              aria-current={name === place.page && place.anchor === '' ? 'page' : undefined}
              data-open={name === place.page}
              onClick={() => onGo({ page: name, anchor: '' })}
            >
              {title}
            </button>
            {name !== place.page ? null : (
              <ul>
                {sections
                  .filter(({ level }) => level === 2)
                  .map(({ anchor, title: heading }) => (
                    <li key={anchor}>
                      <button
                        type="button"
                        aria-current={anchor === place.anchor ? 'location' : undefined}
                        onClick={() => onGo({ page: name, anchor })}
                      >
                        {heading}
                      </button>
                    </li>
                  ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Page({
  page,
  anchor,
  onGo,
}: {
  readonly page: GuidePage;
  readonly anchor: string;
  readonly onGo: (to: GuidePlace) => void;
}) {
  const article = useRef<HTMLElement>(null);
  // Reading begins at the heading that was asked for.
  useEffect(() => {
    const heading =
      [...(article.current?.querySelectorAll<HTMLElement>('[data-anchor]') ?? [])].find(
        ({ dataset }) => dataset['anchor'] === anchor,
      ) ?? article.current;
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  }, [anchor]);
  return (
    // Links of the guide lead about in it; they are links for the keyboard too.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={article}
      tabIndex={-1}
      aria-label={page.title}
      className={classes.page}
      onClick={(event) => follow(event, page.name, onGo)}
    >
      {page.sections.map(({ anchor: own, level, title, html }) => {
        const Heading = level === 1 ? 'h3' : level === 2 ? 'h4' : 'h5';
        return (
          <section key={own}>
            <Heading tabIndex={-1} data-anchor={own}>
              {title}
            </Heading>
            {/* Written by the build from our own Markdown, which may hold no markup (tools/guide/pages.ts). */}
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        );
      })}
    </article>
  );
}

function follow(event: MouseEvent, from: GuidePageName, onGo: (to: GuidePlace) => void): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-guide]') : null;
  if (link === null) return;
  event.preventDefault();
  const to = placeOf(link.dataset['guide'] ?? '', from);
  if (to !== null) onGo(to);
}

function Hits({
  pages,
  query,
  onGo,
}: {
  readonly pages: readonly GuidePage[];
  readonly query: string;
  readonly onGo: (to: GuidePlace) => void;
}) {
  const { t } = useTranslation('help');
  const hits = searchGuide(pages, query);
  return (
    <div className={classes.page}>
      <output>{hits.length === 0 ? t('guide.nothing') : t('guide.found', { count: hits.length })}</output>
      <ul className={classes.hits}>
        {hits.map(({ page, section, excerpt }) => (
          <li key={`${page.name}#${section.anchor}`}>
            <button type="button" onClick={() => onGo({ page: page.name, anchor: section.anchor })}>
              <strong>{section.title}</strong>
              <span className={classes.where}>{page.title}</span>
              <span>
                {excerpt.map(({ text, isFound }, at) =>
                  // oxlint-disable-next-line react/no-array-index-key -- parts of one text, which never change places
                  isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
