import { encode } from 'uqr';
import styles from './qr-code.module.css';

interface QrCodeProps {
  readonly address: string;
  /** What it leads to, for who cannot see it. */
  readonly label: string;
}

/** An address for a phone's camera: always dark on white, with the quiet edge that readers need. */
export function QrCode({ address, label }: QrCodeProps) {
  const { data, size } = encode(address, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={styles.paper} width={size} height={size} />
      <path className={styles.ink} d={path} />
    </svg>
  );
}
