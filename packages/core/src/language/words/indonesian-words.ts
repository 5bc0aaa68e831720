/** Indonesian function words and words of a buyer's message, space-separated. A word shared by languages stands in each list. */
export const indonesianWords =
  "yang dan atau tapi tetapi di ke dari untuk dengan tanpa pada dalam oleh karena agar supaya jika kalau kalo ketika saat " +
  "setelah sebelum sampai ini itu sini situ ada adalah tidak tak bukan jangan belum sudah udah telah akan sedang masih " +
  "lagi juga saja aja hanya cuma sangat sekali banget lebih paling kurang terlalu saya aku kamu anda dia kami kita mereka " +
  "nya apa siapa mana dimana kapan kenapa mengapa bagaimana gimana berapa ya iya ok kok sih dong deh nih kan halo hai " +
  "selamat pagi siang sore malam terima kasih makasih tolong mohon maaf kak gan min bos pak bu barang pesanan pesan paket " +
  "kirim dikirim pengiriman kiriman terkirim diterima datang beli membeli bayar harga murah mahal toko penjual pembeli " +
  "produk kualitas bagus jelek rusak cacat pecah salah hilang warna ukuran sesuai gambar deskripsi foto kembali " +
  "dikembalikan pengembalian refund retur tukar ganti uang dana batal batalkan hari minggu bulan tahun kemarin besok " +
  "sekarang lama cepat lambat tunggu menunggu nunggu bisa dapat harus mau ingin minta cek nomor alamat resi kurir baik " +
  "buruk kecewa puas aman rapi banyak semua satu dua tiga pertama baru bekas buat pakai dipakai orang tanya jawab balas " +
  "respon respons gak ga nggak ngga enggak yg dgn utk dg tdk sdh blm udh bgt jg krn dr pd sy sm mantap keren langsung " +
  "segera barangnya pengirimannya harganya kualitasnya cocok lecet penyok packing pembungkus bubble";
