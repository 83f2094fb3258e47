/** The last resort: a view that failed says so, and that nothing saved is lost. React knows this only as a class. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

interface Properties {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Properties, { readonly failure: string | null }> {
  override state: { readonly failure: string | null } = { failure: null };

  static getDerivedStateFromError(error: unknown): { readonly failure: string } {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.failure === null ? this.props.children : <FailedView failure={this.state.failure} />;
  }
}

/** The same for a screen of the router. */
export function FailedScreen() {
  const error = useRouteError();
  return <FailedView failure={error instanceof Error ? error.message : String(error)} />;
}

function FailedView({ failure }: { readonly failure: string }) {
  const { t } = useTranslation('app');
  return (
    <Stack p="xl" maw={800} mx="auto">
      <Alert color="red" title={t('failure.title')} icon={<TriangleAlert aria-hidden />} role="alert">
        <Stack>
          <Text>{t('failure.text')}</Text>
          <Text size="sm">{t('failure.detail', { detail: failure })}</Text>
          <Button onClick={() => window.location.reload()}>{t('failure.reload')}</Button>
        </Stack>
      </Alert>
    </Stack>
  );
}
